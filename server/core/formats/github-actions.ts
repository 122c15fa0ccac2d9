import { ACTIONS_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { get, scalar } from '../syntax/tree.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { containerScope } from './ci/containerScope.ts';
import { imageList } from './ci/imageList.ts';
import { jobContainers } from './ci/jobContainers.ts';
import { jobServicePorts } from './ci/jobServicePorts.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';
import { environment } from './values/environment.ts';
import { file } from './values/file.ts';
import { image } from './values/image.ts';
import { keySet } from './values/keySet.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { scripts } from './values/scripts.ts';

const actions = defineTreeFormat({
  id: 'github-actions',
  title: 'GitHub Actions',
  documentation:
    'https://docs.github.com/en/actions/tutorials/use-containerized-services/create-postgresql-service-containers',
  files: [
    '.{github,gitea,forgejo}/workflows/*.{yml,yaml}',
    '.{github,gitea,forgejo}/actions/**/*.{yml,yaml}',
    'action.{yml,yaml}',
  ],
  languages: ['github-actions-workflow'],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      (text.includes('jobs:') &&
        (text.includes('runs-on:') || (text.includes('uses:') && /^["']?on["']?:/m.test(text)))) ||
      (text.includes('\nruns:') && text.includes(' using:')),
  },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, ACTIONS_EXPRESSION),
  places: [
    at('jobs.*.services.*.ports', mapping()),
    at('jobs.*.container.ports', mapping()),
    at('jobs.*.{services.*,container}.options', argumentsOf('docker create')),
    at('jobs.*.{services.*,container}.image', image()),
    at(
      '**.steps.*.with.{build-args,labels,env-vars,env-file}',
      file(() => '.env'),
    ),
    at('**.steps.*.with.{tags,images,image,cache-from,cache-to}', imageList()),
    at('**.steps.*.with.script', nothing(), isJavaScript),
    at('**.steps.*.with.wait-on', argumentsOf('wait-on')),
    at('**.steps.*.with.port', port('connect'), at => at.sibling('host') !== undefined),
    at('jobs.*.steps.*.with.options', argumentsOf('docker create')),
    at('{env,jobs.*.env,runs.env,**.steps.*.env}', environment()),
    at('jobs.*.{services.*,container}.env', environment()),
    at('**.{permissions,concurrency}', nothing()),
    at('on.**.{branches,branches-ignore,tags,tags-ignore,paths,paths-ignore,schedule}', nothing()),
  ],
  rest: scripts({
    commands: keySet('run script start command commands cmd build serve pre-command post-command shell-command'),
    silent: keySet('name run-name description id if uses shell timeout-minutes key restore-keys'),
  }),
  scope: containerScope(new Set(['services'])),
  facts: tree => ({ startedContainers: jobContainers(tree) }),
  leavesOut: ['the JavaScript of `actions/github-script`'],
});

/** GitHub Actions: workflows, and the actions of a repository. Gitea and Forgejo read the same. */
export const githubActions: Format = {
  ...actions,
  read(source) {
    const facts = actions.read(source);
    return { ...facts, occurrences: [...(facts.occurrences ?? []), ...jobServicePorts(source.text, facts.comments)] };
  },
};

/** What `actions/github-script` runs is no shell. */
function isJavaScript({ parents }: At): boolean {
  return scalar(get(parents.at(-2), 'uses'))?.text.includes('github-script') === true;
}
