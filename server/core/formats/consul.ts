import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readHcl } from '../syntax/hcl.ts';
import { jsonOr } from '../syntax/jsonOr.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argument } from './values/argument.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Consul's agent and service definitions, in HCL or JSON. -1 closes a listener. */
export const consul: Format = defineTreeFormat({
  id: 'consul',
  title: 'Consul',
  documentation: 'https://developer.hashicorp.com/consul/docs/reference/agent/configuration-file/general',
  files: ['consul{,-,_,.}*.{hcl,json}', '**/consul{,.d}/**/*.{hcl,json}', '**/consul.d/*.{hcl,json}'],
  languages: [],
  content: {
    files: ['*.{hcl,json}'],
    test: text =>
      (text.includes('retry_join') && text.includes('datacenter')) ||
      (text.includes('bootstrap_expect') && text.includes('server')) ||
      (/^[ \t]*service\s*\{/m.test(text) && text.includes('check')),
  },
  syntax: jsonOr(readHcl),
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  places: [
    at('**.ports.{dns}', port('listen', { protocols: ['tcp', 'udp'] })),
    at('**.ports.*', port('listen', TCP)),
    at('{dns_config,performance,limits,acl}.**', nothing()),
    at('**.{retry_join,start_join,retry_join_wan,start_join_wan}', hostPort('connect')),
    at('**.{check,checks.*,checks}.{tcp,grpc,http,udp}', hostPort('probe')),
    at('**.{upstreams.*,upstreams}.local_bind_port', port('listen', TCP)),
    at('**.{service,services.*,services}.port', port('advertise', { protocols: ['tcp'], addressKey: 'address' })),
    at('**.tags', argument()),
    at('**.advertise_addr*', hostPort('advertise')),
    at('telemetry.{statsd_address,statsite_address,dogstatsd_addr}', hostPort('connect', UDP)),
    at('**.recursors', urls()),
  ],
});
