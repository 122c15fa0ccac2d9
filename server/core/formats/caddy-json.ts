import { readJson } from '../syntax/json.ts';
import { fillCaddy } from './caddy/fillCaddy.ts';
import { networkAddress } from './caddy/networkAddress.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Caddy's own configuration, which Caddyfiles are made into. */
export const caddyJson: Format = defineTreeFormat({
  id: 'caddy-json',
  title: 'Caddy (JSON)',
  documentation: 'https://caddyserver.com/docs/json/',
  files: ['caddy.json', 'caddy{-,_,.}config.json'],
  languages: [],
  content: {
    files: ['*.json'],
    test: text => text.includes('"apps"') && text.includes('"servers"') && /"(?:handler|handle)"/.test(text),
  },
  syntax: readJson,
  fill: fillCaddy,
  rest: urls(),
  places: [
    at('**.listen', networkAddress('listen')),
    at('**.dial', networkAddress('connect')),
    at('**.{http_port,https_port}', port('listen', TCP)),
    at('**.health_checks.active.port', port('probe', TCP)),
    at('**.upstreams.port', port('connect', TCP)),
    at('**.writer.address', networkAddress('connect')),
  ],
});
