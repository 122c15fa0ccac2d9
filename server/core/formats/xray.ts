import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';

/** Xray, V2Ray and sing-box: what comes in, where it goes, and by which ports it is told apart. */
export const xray: Format = defineTreeFormat({
  id: 'xray',
  title: 'Xray, V2Ray, sing-box',
  documentation: 'https://xtls.github.io/en/config/inbound.html',
  files: [],
  languages: [],
  content: {
    files: ['*.{json,jsonc,json5,example,template}'],
    test: text => text.includes('"inbounds"') && text.includes('"outbounds"'),
  },
  syntax: readJson,
  places: [
    at('inbounds.*.{port,listen_port}', port('listen', { addressKey: 'listen' })),
    at('inbounds.**.fallbacks.*.dest', hostPort('connect', { protocols: ['tcp'], bare: true })),
    at('inbounds.**.{dest,target}', hostPort('connect', { protocols: ['tcp'], bare: true })),
    at('inbounds.*.settings.port', port('connect', { addressKey: 'address' })),
    at('outbounds.**.{port,server_port}', port('connect', { addressKey: 'address' })),
    at('{routing,route,dns}.**.{port,sourcePort,port_range}', port('label')),
  ],
});
