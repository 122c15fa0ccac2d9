import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { containerScope } from './ci/containerScope.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';

/** Bitbucket Pipelines. Its services have no ports of their own; they are reached at localhost. */
export const bitbucketPipelines: Format = defineTreeFormat({
  id: 'bitbucket-pipelines',
  title: 'Bitbucket Pipelines',
  documentation: 'https://support.atlassian.com/bitbucket-cloud/docs/databases-and-service-containers/',
  files: ['bitbucket-pipelines*.{yml,yaml}', '*{.,-}bitbucket-pipelines.{yml,yaml}'],
  languages: [],
  syntax: readYaml,
  fill: fillVariables,
  places: [at('definitions.services.*.image.name', image()), at('**.{variables,environment}', environment())],
  rest: ciValues(),
  scope: containerScope(new Set(['services'])),
});
