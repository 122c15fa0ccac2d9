import { jsonOr } from '../syntax/jsonOr.ts';
import { maskExpressions } from '../syntax/maskExpressions.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isUpstream } from './envoy/isUpstream.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

const ADDRESS = { protocols: ['tcp'], protocolKey: 'protocol', addressKey: 'address' } as const;

/** Envoy, its resources as control planes send them, and what is made of them in tests. */
export const envoy: Format = defineTreeFormat({
  id: 'envoy',
  title: 'Envoy',
  documentation: 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/core/v3/address.proto',
  files: [],
  languages: [],
  content: {
    files: ['*.{yaml,yml,json,tmpl,template,tpl,j2,jinja2,in}'],
    test: text =>
      ['socket_address', 'socketAddress', 'port_value', 'ortValue"', 'portValue:'].some(word => text.includes(word)),
  },
  syntax: jsonOr(readYaml),
  mask: maskExpressions,
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('**.{port_value,portvalue}', port('probe', TCP), ({ keys }) => /^health/i.test(keys.at(-2) ?? '')),
    at('**.{port_value,portvalue}', port('connect', ADDRESS), isUpstream),
    at('**.{port_value,portvalue}', port('listen', ADDRESS)),
    at('**.{destination_port,destinationport}', port('label')),
    at('**.{port_redirect,portredirect}', port('advertise', TCP)),
    at('**.{virtual_hosts,virtualhosts}.*.domains', hostPort('label', TCP)),
    at('**.{target_uri,targeturi}', hostPort('connect', TCP)),
  ],
  facts: fromEnvironment(),
});
