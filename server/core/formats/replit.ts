import { readToml } from '../syntax/toml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Replit workspace. */
export const replit: Format = defineTreeFormat({
  id: 'replit',
  title: 'Replit',
  documentation: 'https://docs.replit.com/references/project-setup/ports',
  files: ['.replit', '.replit.*', '*.replit'],
  languages: [],
  syntax: readToml,
  places: [
    at('ports.*.localPort', port('target', TCP)),
    at('ports.*.externalPort', port('publish', TCP)),
    at('**.waitForPort', port('connect', TCP)),
    at('{run,deployment.run,deployment.build}', command()),
    at('**.{env,userenv.*}', environment()),
  ],
  rest: ciValues('args onBoot'),
});
