import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { each } from './values/each.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const OPENED = connection('listen');

/** Settings of .NET applications. */
export const appsettings: Format = defineTreeFormat({
  id: 'appsettings',
  title: 'appsettings.json of .NET',
  documentation: 'https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints',
  files: ['appsettings.json', 'appsettings{.,-,_}*.json', 'hosting.json', 'ocelot.json', 'ocelot.*.json'],
  languages: [],
  content: {
    files: ['*.json', '*.jsonc', '*.json.*'],
    test: text =>
      text.includes('"Kestrel"') || text.includes('"ConnectionStrings"') || text.includes('"DownstreamHostAndPorts"'),
  },
  syntax: readJson,
  anyCase: true,
  places: [
    at('{Urls,server\\.urls}', OPENED),
    at('{http_ports,https_ports,https_port}', port('listen', TCP)),
    at('Kestrel.Endpoints.*.Url', OPENED),
    at('ConnectionStrings', each(connection())),
    at('**.{DownstreamHostAndPorts,Hosts}.*.Port', port('connect', { protocols: ['tcp'], addressKey: 'Host' })),
    at('Logging', nothing()),
  ],
});
