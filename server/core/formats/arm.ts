import { readJson } from '../syntax/json.ts';
import { azureRules } from './firewallRules/azureRules.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Azure Resource Manager templates and their parameter files. `[parameters('port')]` is an expression. */
export const arm: Format = defineTreeFormat({
  id: 'arm',
  title: 'ARM template',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.network/networksecuritygroups/securityrules',
  files: ['azuredeploy*.json', 'mainTemplate.json'],
  languages: ['arm-template'],
  content: {
    files: ['*.json'],
    test: text => text.includes('/deploymentTemplate.json') || text.includes('/deploymentParameters.json'),
  },
  syntax: readJson,
  places: [
    at('**.{destinationPortRange,destinationPortRanges,sourcePortRange,sourcePortRanges}', port('allow')),
    at('**.{frontendPort,frontendPortRangeStart,frontendPortRangeEnd}', port('publish')),
    at('**.{targetPort,exposedPort,backendPort}', port('target')),
    at('**.{metadata,apiVersion,priority,tags,contentVersion}', nothing()),
  ],
  facts: (tree, _, text) => ({ firewallRules: azureRules(tree, text) }),
});
