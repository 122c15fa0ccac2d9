import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { containerScope } from './ci/containerScope.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';

/** GitLab CI/CD. Services have no ports to publish; they are reached by their names. */
export const gitlabCi: Format = defineTreeFormat({
  id: 'gitlab-ci',
  title: 'GitLab CI/CD',
  documentation: 'https://docs.gitlab.com/ci/yaml/',
  files: [
    '{.gitlab-ci*,gitlab-ci*,*.gitlab-ci,*-gitlab-ci}.{yml,yaml}',
    '{.gitlab,.gitlab-ci,gitlab-ci}/**/*.{yml,yaml}',
  ],
  languages: ['gitlab-ci'],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      text.includes('script:') &&
      (text.includes(' stage:') || /^(?:stages|default|before_script|include):/m.test(text)) &&
      !/^(?:steps|jobs|pool|pipelines|language):/m.test(text),
  },
  syntax: readYaml,
  fill: fillVariables,
  places: [
    at('**.services.*.{command,entrypoint}', command()),
    at('**.{services.*,image}.name', image()),
    at('{variables,**.variables}', environment()),
  ],
  rest: ciValues(),
  scope: containerScope(new Set(['services'])),
});
