import { jsonOr } from '../syntax/jsonOr.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const DIALLED = { protocols: ['tcp'], addressKey: 'host' } as const;

/** What Kong is loaded with: services, routes, upstreams, and plugins with settings of their own. */
export const kongDeclarative: Format = defineTreeFormat({
  id: 'kong-declarative',
  title: 'Kong (declarative)',
  documentation: 'https://developer.konghq.com/gateway/entities/service/',
  files: [],
  languages: [],
  content: { files: ['*.{yml,yaml,json}'], test: text => /^[ \t]*"?_format_version"?:/m.test(text) },
  syntax: jsonOr(readYaml),
  places: [
    at('**.{regex_priority,tags,id}', nothing()),
    at('**.{sources,destinations}.*.port', port('label')),
    at('services.*.port', port('connect', DIALLED)),
    at('**.targets.*.target', hostPort('connect', TCP)),
    at('plugins.**.port', port('connect', DIALLED)),
    at('**.plugins.**.port', port('connect', DIALLED)),
  ],
});
