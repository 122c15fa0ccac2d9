import { readJson } from '../syntax/json.ts';
import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Cloudflare Workers on this machine (`dev`), and their variables. */
export const wrangler: Format = defineTreeFormat({
  id: 'wrangler',
  title: 'Cloudflare Workers',
  documentation: 'https://developers.cloudflare.com/workers/wrangler/configuration/',
  files: ['wrangler.{toml,json,jsonc}', 'wrangler{-,_,.}*.{toml,json,jsonc}'],
  languages: [],
  content: {
    files: ['*.{toml,json,jsonc}'],
    test: text => text.includes('compatibility_date') && text.includes('main'),
  },
  syntax: text => (text.trimStart().startsWith('{') || text.trimStart().startsWith('/') ? readJson : readToml)(text),
  scope: onHost,
  places: [
    at('**.dev.{port,inspector_port}', port('listen', { protocols: ['tcp'], addressKey: 'ip' })),
    at('**.vars', environment()),
    at('**.hyperdrive.*.localConnectionString', connection()),
    at('**.build.command', command()),
    at('**.limits', nothing()),
  ],
});
