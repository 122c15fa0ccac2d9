import { fillPlaceholders, MUSTACHE } from '../ports/read/placeholders.ts';
import { readHttpFile } from '../syntax/httpFile.ts';
import { readJson } from '../syntax/json.ts';
import { defineFormat, type Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { file } from './values/file.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { setting } from './values/setting.ts';
import { TCP } from './values/transports.ts';

const ABOUT = {
  id: 'http-client',
  title: 'HTTP requests of editors',
  documentation: 'https://www.jetbrains.com/help/idea/exploring-http-syntax.html',
  files: ['*.{http,rest}', 'http-client*.json'],
  except: ['*.conf.*'],
  languages: ['http', 'http-request'],
} as const;

const REQUESTS: Format = defineTreeFormat({
  ...ABOUT,
  syntax: readHttpFile,
  fill: text => fillPlaceholders(text, MUSTACHE),
  places: [
    at('request', connection()),
    at('{Host,host}', hostPort('connect', TCP)),
    at('{Origin,Referer,origin,referer}', connection()),
    at('@*', setting()),
    at(
      'body',
      file(() => 'body.json'),
    ),
    at('*', nothing()),
  ],
});

const ENVIRONMENTS: Format = defineTreeFormat({ ...ABOUT, syntax: readJson, places: [] });

/** Requests that are kept in a file, and the environments that they are sent in. */
export const httpClient: Format = defineFormat({
  ...REQUESTS,
  read: source => (source.path.toLowerCase().endsWith('.json') ? ENVIRONMENTS : REQUESTS).read(source),
});
