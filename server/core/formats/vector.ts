import { readToml } from '../syntax/toml.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';

/** Vector, in TOML or YAML. */
export const vector: Format = defineTreeFormat({
  id: 'vector',
  title: 'Vector',
  documentation: 'https://vector.dev/docs/reference/configuration/',
  files: ['vector{,-,_,.}*.{toml,yml,yaml}', '**/vector/**/*.{toml,yml,yaml}'],
  languages: [],
  content: { files: ['*.toml'], test: text => text.includes('[sources.') && text.includes('[sinks.') },
  syntax: text => (/^[ \t]*\[/m.test(text) ? readToml(text) : readYaml(text)),
  places: [
    at('{api.address,sources.*.address}', hostPort('listen')),
    at('sinks.*.address', hostPort('listen'), at =>
      /prometheus_exporter|websocket_server/.test(at.sibling('type')?.text ?? ''),
    ),
    at('sinks.*.{endpoint,endpoints,address,uri,bootstrap_servers}', hostPort('connect')),
  ],
});
