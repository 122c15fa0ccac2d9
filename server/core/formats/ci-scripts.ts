import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';

/** CI services whose files are lists of commands and variables, and nothing else that has a port. */
export const ciScripts: Format = defineTreeFormat({
  id: 'ci-scripts',
  title: 'AppVeyor, Buildkite, Codefresh, Semaphore, SourceHut, Cirrus and Codemagic',
  documentation: 'https://buildkite.com/docs/pipelines/configure/step-types/command-step',
  files: [
    '{.appveyor*,appveyor*,codefresh*,.codefresh*,.cirrus,codemagic,buildspec*,cloudbuild*,wercker,.build,.semaphore}.{yml,yaml}',
    '{.buildkite,.semaphore,.builds,.codefresh,.tekton}/**/*.{yml,yaml}',
  ],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      (/^steps:/m.test(text) && /cloud-builders|^[ \t-]+(?:- wait\b|command:|agents:|plugins:)/m.test(text)) ||
      (/^blocks:/m.test(text) && /^version: v1/m.test(text)),
  },
  syntax: readYaml,
  fill: fillVariables,
  places: [at('steps.*.args', command()), at('**.{env,environment,env_vars}', environment())],
  rest: ciValues('setup before_test test tasks'),
});
