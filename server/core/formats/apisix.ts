import { maskExpressions } from '../syntax/maskExpressions.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { upstreamNodes } from './apisix/upstreamNodes.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { isScalar } from './tree/isScalar.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

const BOUND = hostPort('listen', { protocols: ['tcp'], bare: true });

/** Apache APISIX: its `config.yaml`, and the routes and upstreams of `apisix.yaml`. */
export const apisix: Format = defineTreeFormat({
  id: 'apisix',
  title: 'Apache APISIX',
  documentation: 'https://apisix.apache.org/docs/apisix/configuration-default/',
  files: [],
  languages: [],
  content: { files: ['*.{yaml,yml}'], test: text => /^apisix:/m.test(text) || text.includes('node_listen:') },
  syntax: readYaml,
  mask: maskExpressions,
  fill: fillTemplate,
  places: [
    at('apisix.{node_listen,node_listen.*,**.listen,**.listen.*}', BOUND, isScalar),
    at('apisix.stream_proxy.{tcp,tcp.*,tcp.*.addr}', BOUND, isScalar),
    at('apisix.stream_proxy.{udp,udp.*,udp.*.addr}', hostPort('listen', { protocols: ['udp'], bare: true }), isScalar),
    at('apisix.**.port', port('listen', { protocols: ['tcp'], addressKey: 'ip' })),
    at('deployment.admin.**.port', port('listen', { protocols: ['tcp'], addressKey: 'ip' })),
    at('**.dns_resolver', hostPort('connect', UDP)),
    at('**.nodes', upstreamNodes()),
  ],
});
