import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { destinations } from './carbon/destinations.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Graphite's carbon: cache, relay and aggregator. */
export const carbon: Format = defineTreeFormat({
  id: 'carbon',
  title: 'Graphite carbon',
  documentation: 'https://graphite.readthedocs.io/en/latest/config-carbon.html#carbon-conf',
  files: ['carbon{,-,_,.}*.conf', 'carbon.conf.*'],
  languages: [],
  content: { files: ['*.conf'], test: text => text.includes('LINE_RECEIVER_PORT') },
  syntax: text => readKeyValue(text, INI),
  places: [
    at('*.UDP_RECEIVER_PORT', port('listen', { protocols: ['udp'], addressKey: 'UDP_RECEIVER_INTERFACE' })),
    at('*.LINE_RECEIVER_PORT', port('listen', { protocols: ['tcp'], addressKey: 'LINE_RECEIVER_INTERFACE' })),
    at('*.*_PORT', port('listen', TCP)),
    at('*.DESTINATIONS', destinations()),
  ],
});
