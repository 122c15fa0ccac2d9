import { readYaml } from '../syntax/yaml/readYaml.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Synapse, the server of Matrix. */
export const synapse: Format = defineTreeFormat({
  id: 'synapse',
  title: 'Synapse',
  documentation: 'https://element-hq.github.io/synapse/latest/usage/configuration/config_documentation.html',
  files: ['homeserver*.{yaml,yml}', 'homeserver*.{yaml,yml}.*'],
  languages: [],
  content: {
    files: ['*.{yaml,yml}'],
    test: text => text.includes('server_name:') && text.includes('listeners:') && /\bresources:/.test(text),
  },
  syntax: readYaml,
  fill: fillTemplate,
  places: [
    at('{listeners,worker_listeners}.*.port', port('listen', TCP)),
    at('manhole', port('listen', TCP)),
    at('database.args.port', port('connect', { ...TCP, addressKey: 'host' })),
    at('instance_map.*.port', port('connect', { ...TCP, addressKey: 'host' })),
    at('redis.port', port('connect', { ...TCP, addressKey: 'host' })),
    at('email.smtp_port', port('connect', TCP)),
    at('public_baseurl', connection('advertise')),
    at('turn_uris', urls()),
  ],
});
