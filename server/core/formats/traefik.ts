import { maskExpressions } from '../syntax/maskExpressions.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { isToml, readTomlOrYaml } from './traefik/readTomlOrYaml.ts';
import { isText } from './tree/isText.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const BOUND = hostPort('listen', TCP);
const DIALLED = hostPort('connect', TCP);

/** Traefik: what it starts with, and the routers, services and middlewares of its file provider. */
export const traefik: Format = defineTreeFormat({
  id: 'traefik',
  title: 'Traefik',
  documentation: 'https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/',
  files: [
    'traefik{,.*,-*,_*}.toml',
    'traefik*.toml.{j2,tmpl,template,tpl,in,example,sample,dist}',
    '**/traefik/{dynamic,conf.d,rules}/*.{yml,yaml,toml}',
  ],
  languages: [],
  content: {
    files: ['*.{yml,yaml,toml,j2,tmpl,template,tpl,example,sample}'],
    test: text =>
      /^(?:[ \t]*\[{1,2}(?:entryPoints|http|tcp|udp)\.|entryPoints:)/im.test(text)
        ? ['address', 'outers', 'ervices', 'iddlewares'].some(word => text.includes(word))
        : /^(?:http|tcp|udp):/m.test(text) && /^ {1,4}(?:routers|services|middlewares|serversTransports):/m.test(text),
  },
  syntax: readTomlOrYaml,
  mask: text => (isToml(text) ? text : maskExpressions(text)),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('**.{rule,users,ciphersuites}', nothing()),
    at('{entrypoints.*,web,api,ping,metrics}.address', BOUND),
    at('entrypoints.*.http3.advertisedport', port('advertise', UDP)),
    at('entrypoints.*.http.redirections.entrypoint.to', hostPort('advertise', TCP)),
    at('**.redirectscheme.port', port('advertise', TCP)),
    at('**.redirectregex.*', hostPort('advertise', TCP)),
    at('**.healthcheck.port', port('probe', TCP)),
    at('udp.**.servers.*.address', hostPort('connect', UDP)),
    at('**.servers.*.{url,address}', DIALLED),
    at('**.forwardauth.address', DIALLED),
    at('**.resolvers', hostPort('connect', { protocols: ['udp', 'tcp'] })),
    at('providers.**.{endpoint,endpoints,address}', DIALLED, isText),
    at('{metrics,tracing}.{statsd,datadog}.address', hostPort('connect', UDP)),
    at('{metrics,tracing,log,accesslog}.**.{address,endpoint,localagenthostport,httpendpoint}', DIALLED, isText),
  ],
});
