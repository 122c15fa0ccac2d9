import { APACHE } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { apacheFacts } from './apache/apacheFacts.ts';
import { listenAddress, virtualHost } from './apache/boundAddress.ts';
import { condition } from './apache/condition.ts';
import { fillApache } from './apache/fillApache.ts';
import { header } from './apache/header.ts';
import { looksLikeApache } from './apache/looksLikeApache.ts';
import { isAfter } from './directives/isAfter.ts';
import { isArgument } from './directives/isArgument.ts';
import { namedArgument } from './directives/namedArgument.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';
import { isUnder } from './zeroFaults.ts';

const DIALLED = hostPort('connect', TCP);
const BOUND = hostPort('listen', { protocols: ['tcp'], bare: true });

/** Apache httpd, and ProFTPD, which writes its files alike. Virtual hosts share their ports. */
export const apache: Format = defineTreeFormat({
  id: 'apache',
  title: 'Apache HTTP Server',
  documentation: 'https://httpd.apache.org/docs/2.4/mod/mpm_common.html#listen',
  files: [
    '{httpd,apache,apache2,proftpd}.conf',
    '{httpd,apache2}-*.conf',
    '*{.,-,_}{httpd,apache,apache2,vhost,proftpd}.conf',
    '{httpd,apache,apache2,proftpd}.conf.{j2,erb,template,tmpl,tpl,in,example,sample,dist}',
    '.htaccess',
    '{.htaccess,htaccess}{,.*,-*,_*}',
    '*.htaccess',
    '**/{apache2,httpd,apache}/{conf.d,conf-available,conf-enabled,sites-available,sites-enabled,mods-available,mods-enabled,extra,vhosts,sites}/*',
    '**/apache2/ports.conf',
  ],
  except: ['*.{md,yml,yaml,sh,py,json,service,html,load,ini,php,rb,lua}'],
  languages: ['apacheconf', 'apache'],
  content: {
    files: [
      '*.',
      '*.{conf,cfg,template,tmpl,tpl,ctmpl,j2,jinja,jinja2,erb,vhost,inc,in,example,sample,dist,disabled,tt,txt}',
      '**/sites-{available,enabled}/*',
    ],
    test: looksLikeApache,
  },
  refusesZero: isUnder('listen', 'namevirtualhost', 'virtualhost', 'servername'),
  syntax: text => readDirectives(text, APACHE),
  anyCase: true,
  fill: fillApache,
  places: [
    at('**.{logformat,customlog,sslciphersuite,sslproxyciphersuite,browsermatch,errordocument}', nothing()),
    at('**.{port,passiveports}', port('listen', TCP)),
    at('**.listen.0', listenAddress()),
    // `listen on egress tls port 443` of OpenBSD's httpd, whose file has the name of Apache's.
    at('**.listen.*', port('listen', TCP), isAfter('port')),
    at('**.listen.*', nothing()),
    at('**.namevirtualhost.0', BOUND),
    at('**.virtualhost.*', virtualHost(), isArgument),
    at('**.servername.0', hostPort('advertise', TCP)),
    at('**.{proxypass,proxypassmatch,balancermember,proxyremote,fastcgiexternalserver,proxymatch}', DIALLED),
    at('**.proxypassreverse', DIALLED),
    at('**.{rewriterule,redirect,redirectmatch,redirectpermanent}', urls()),
    at('**.rewritecond', condition()),
    at('**.allowconnect', port('allow', TCP)),
    at('**.{header,requestheader}', header()),
    at('**.{define,setenv,setenvifexpr,proxyset,php_value,php_admin_value,fcgidinitialenv}', namedArgument()),
  ],
  facts: apacheFacts,
});
