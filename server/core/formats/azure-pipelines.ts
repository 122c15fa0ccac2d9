import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { containerScope } from './ci/containerScope.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';

/** Azure Pipelines. */
export const azurePipelines: Format = defineTreeFormat({
  id: 'azure-pipelines',
  title: 'Azure Pipelines',
  documentation: 'https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/resources-containers-container',
  files: [
    '{.,}azure-pipeline{s,}*.{yml,yaml}',
    '*{.,-}azure-pipelines.{yml,yaml}',
    '{.azure-pipelines,azure-pipelines,.azuredevops,.azdo}/**/*.{yml,yaml}',
    '.vsts-ci*.{yml,yaml}',
  ],
  languages: ['azure-pipelines'],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      text.includes('vmImage:') || (/- task: \w{1,99}@\d/.test(text) && /(?:steps|stages|jobs|trigger):/.test(text)),
  },
  syntax: readYaml,
  fill: fillVariables,
  places: [
    at('resources.containers.*.ports', mapping()),
    at('resources.containers.*.options', argumentsOf('docker create')),
    at('resources.containers.*.image', image()),
    at('**.{services.*,container}.ports', mapping()),
    at('**.{services.*,container}.options', argumentsOf('docker create')),
    at('**.inputs.script', command()),
    at('**.inputs.arguments', argumentsOf('docker run'), at => at.sibling('command')?.text === 'run'),
    at('**.{env,variables}', environment()),
  ],
  rest: ciValues(),
  scope: containerScope(new Set(['containers', 'services'])),
});
