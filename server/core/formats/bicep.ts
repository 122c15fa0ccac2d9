import { codeTree } from '../syntax/codeTree.ts';
import { azureRules } from './firewallRules/azureRules.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Bicep. */
export const bicep: Format = defineTreeFormat({
  id: 'bicep',
  title: 'Bicep',
  documentation: 'https://learn.microsoft.com/azure/templates/microsoft.network/networksecuritygroups/securityrules',
  files: ['*.{bicep,bicepparam}'],
  languages: ['bicep', 'bicep-params'],
  comment: '//',
  syntax: codeTree('bicep'),
  places: [
    at('**.{destinationPortRange,sourcePortRange}', port('allow')),
    at('**.{destinationPortRanges,sourcePortRanges}.*', port('allow')),
    at('**.{targetPort,exposedPort,backendPort}', port('target')),
    at('**.{description,priority,tags}', nothing()),
  ],
  rest: codeSetting(),
  facts: (tree, _, text) => ({ firewallRules: azureRules(tree, text) }),
});
