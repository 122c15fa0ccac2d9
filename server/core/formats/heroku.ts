import { jsonOr } from '../syntax/jsonOr.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';

/** Heroku: `heroku.yml`, and the `app.json` of a template. A process listens where its variable PORT says. */
export const heroku: Format = defineTreeFormat({
  id: 'heroku',
  title: 'Heroku',
  documentation: 'https://devcenter.heroku.com/articles/app-json-schema',
  files: ['heroku.{yml,yaml}'],
  languages: [],
  content: {
    files: ['app.json'],
    test: text =>
      ['"buildpacks"', '"addons"', '"formation"', '"stack"', '"postdeploy"'].some(key => text.includes(key)),
  },
  syntax: jsonOr(readYaml),
  places: [
    at('{env,environments.*.env,build.config}', environment()),
    at('{scripts,environments.*.scripts}.*', command()),
    at('run.*.command', command({ isLines: true })),
  ],
  rest: ciValues('web worker release'),
});
