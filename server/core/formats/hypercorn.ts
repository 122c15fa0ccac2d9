import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { UDP } from './values/transports.ts';

/** Hypercorn with its configuration in TOML. */
export const hypercorn: Format = defineTreeFormat({
  id: 'hypercorn',
  title: 'Hypercorn',
  documentation: 'https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html',
  files: ['hypercorn*.toml'],
  languages: [],
  content: { files: ['*.toml'], test: text => text.includes('insecure_bind') || text.includes('quic_bind') },
  syntax: readToml,
  places: [
    at('{bind,insecure_bind}', hostPort('listen', { protocols: ['tcp'], bare: true })),
    at('quic_bind', hostPort('listen', { protocols: ['udp'], bare: true })),
    at('statsd_host', hostPort('connect', UDP)),
  ],
});
