import { NGINX } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { assignments } from './directives/assignments.ts';
import { isArgument } from './directives/isArgument.ts';
import { namedArgument } from './directives/namedArgument.ts';
import { partsOf } from './directives/parts.ts';
import { serverBlocks } from './directives/serverBlocks.ts';
import type { Format } from './format.ts';
import { comparison } from './nginx/comparison.ts';
import { dialledAddress } from './nginx/dialledAddress.ts';
import { fillNginx } from './nginx/fillNginx.ts';
import { header } from './nginx/header.ts';
import { listen } from './nginx/listen.ts';
import { looksLikeNginx } from './nginx/looksLikeNginx.ts';
import { mapBlock } from './nginx/mapBlock.ts';
import { syslog } from './nginx/syslog.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';
import { isUnder } from './zeroFaults.ts';

const SERVER: ReadonlySet<string> = new Set(['server']);
const DIALLED = hostPort('connect', TCP);

/** nginx, OpenResty, Tengine and Angie. Virtual hosts share their ports, so no namespace is known. */
export const nginx: Format = defineTreeFormat({
  id: 'nginx',
  title: 'nginx',
  documentation: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#listen',
  files: [
    'nginx*.conf',
    '*{.,-,_}nginx.conf',
    '*.nginx',
    'nginx.conf.*',
    '**/nginx/{conf.d,http.d,stream.d,sites-available,sites-enabled,sites,snippets,includes,servers,modules-enabled}/*',
    '**/etc/nginx/**/*.conf',
  ],
  except: ['*.{md,yml,yaml,sh,py,json,service,html,rb,lua,js}'],
  languages: ['nginx', 'NGINX'],
  content: {
    files: [
      '*.',
      '*.{conf,cfg,template,tmpl,tpl,gtpl,ctmpl,j2,jinja,jinja2,erb,vhost,inc,in,example,sample,dist,disabled,default,tt,txt}',
      '**/sites-{available,enabled}/*',
    ],
    test: looksLikeNginx,
  },
  leavesOut: ['Ports in Lua code (OpenResty).'],
  refusesZero: port => port.role === 'listen' || (port.role === 'connect' && !isUnder('set')(port)),
  syntax: text => readDirectives(text, NGINX),
  fill: fillNginx,
  places: [
    at('**.{log_format,types}', nothing()),
    at('**.server_name', hostPort('label', TCP)),
    at('**.listen', listen()),
    at('**.upstream.*.server.0', dialledAddress()),
    at('**.{check,health_check,env}', assignments()),
    at('**.*_pass.0', dialledAddress()),
    at('**.resolver', hostPort('connect', { protocols: ['udp', 'tcp'] })),
    at('**.{error_log,access_log}', syslog()),
    at('**.{map.2,geo.1,geo.2,split_clients.2}', mapBlock()),
    at('**.if.*', comparison(), isArgument),
    at('**.{return,rewrite,error_page,proxy_redirect}', urls('advertise')),
    at('**.{proxy_set_header,grpc_set_header,add_header,auth_http_header}', header()),
    at('**.{fastcgi_param,uwsgi_param,scgi_param}', namedArgument()),
    at('**.set', namedArgument({ dials: true })),
    at('**.{auth_http,sub_filter,proxy_bind}', DIALLED),
  ],
  facts: (tree, source, text) => ({
    ...fromEnvironment()(tree, source, text),
    references: partsOf(tree, source),
    serverBlocks: serverBlocks(tree, SERVER),
  }),
});
