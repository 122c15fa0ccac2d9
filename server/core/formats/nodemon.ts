import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { nothing } from './values/nothing.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Small JSON files of Node.js tools: nodemon, PM2, Browsersync, Cypress. */
export const nodemon: Format = defineTreeFormat({
  id: 'nodemon',
  title: 'JSON files of nodemon, PM2, Browsersync and Cypress',
  documentation: 'https://github.com/remy/nodemon#config-files',
  files: ['nodemon*.json', '{ecosystem,pm2,process,processes}*.json', 'bs-config.json', 'cypress*.json'],
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('"exec_mode"') || text.includes('"nodeArgs"') },
  syntax: readJson,
  places: [
    at('**.{exec,execMap.*,start,restart,crash}', command()),
    at('**.{env,env_*}', environment()),
    at('**.baseUrl', connection()),
    at('**.{viewportWidth,viewportHeight,ext,watch,ignore,delay,signal}', nothing()),
  ],
  facts: fromEnvironment(),
});
