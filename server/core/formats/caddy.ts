import { fillCaddy } from './caddy/fillCaddy.ts';
import { networkAddress } from './caddy/networkAddress.ts';
import { readCaddyfile } from './caddy/readCaddyfile.ts';
import { siteAddress } from './caddy/siteAddress.ts';
import { isArgument } from './directives/isArgument.ts';
import type { Format } from './format.ts';
import { header } from './nginx/header.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

const DIALLED = networkAddress('connect');
const BOUND = networkAddress('listen');

/** Caddyfiles. Sites share their ports, so no namespace is known. */
export const caddy: Format = defineTreeFormat({
  id: 'caddy',
  title: 'Caddyfile',
  documentation: 'https://caddyserver.com/docs/caddyfile/concepts#addresses',
  files: [
    'Caddyfile',
    'Caddyfile{.,-,_}*',
    '*{.,-,_}Caddyfile',
    '*.{caddyfile,caddy}',
    '**/caddy/{conf.d,sites,sites-enabled,snippets}/*',
  ],
  except: ['*.{md,yml,yaml,sh,py,json,service,html,go}'],
  languages: ['caddyfile'],
  content: {
    files: ['*.{conf,cfg,template,tmpl,tpl,j2,jinja,jinja2,erb,in,example,sample,txt}', '*.'],
    test: text =>
      ['reverse_proxy ', 'php_fastcgi ', 'file_server', 'tls internal'].some(word => text.includes(word)) &&
      text.includes(' {') &&
      !text.includes(';\n'),
  },
  syntax: readCaddyfile,
  fill: fillCaddy,
  places: [
    at('**.{respond,error,abort,@*,max_size,root,path_regexp}', nothing()),
    at('**.site.*', siteAddress(), isArgument),
    at('**.{http_port,https_port}', port('listen', TCP)),
    at('**.{admin,servers}.0', BOUND, isArgument),
    at('**.{reverse_proxy,forward_auth,php_fastcgi,proxy,fastcgi,grpc_proxy}.*', DIALLED, isArgument),
    at('**.{to,upstream,import,dial}', DIALLED),
    at('**.output.1', DIALLED, isArgument),
    at('**.health_port', port('probe', TCP)),
    at('**.dynamic.2', port('connect', TCP), isArgument),
    at('**.{header_up,header_down,header}', header()),
    at('**.{redir,rewrite}', urls('advertise')),
  ],
  facts: fromEnvironment(),
});
