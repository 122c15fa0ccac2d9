import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';

/** Vercel: where rewrites and redirects lead. */
export const vercel: Format = defineTreeFormat({
  id: 'vercel',
  title: 'Vercel',
  documentation: 'https://vercel.com/docs/project-configuration',
  files: ['vercel.json', 'vercel.*.json', 'now.json'],
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('openapi.vercel.sh') },
  syntax: readJson,
  places: [
    at('{devCommand,buildCommand,installCommand,ignoreCommand}', command()),
    at('{env,build.env}', environment()),
    at('{rewrites,redirects,routes}.*.{destination,dest}', connection()),
  ],
  rest: 'nothing',
});
