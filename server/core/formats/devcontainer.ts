import { fillPlaceholders } from '../ports/read/placeholders.ts';
import { readJson } from '../syntax/json.ts';
import { LOCAL_ENVIRONMENT } from './devcontainer/localEnvironment.ts';
import { runArguments } from './devcontainer/runArguments.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { each } from './values/each.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { portKeys } from './values/portKeys.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';
import { settingPlaces } from './vscode/settingPlaces.ts';

/** Dev containers and their features: forwarded ports, the attributes of ports, arguments for Docker. */
export const devcontainer: Format = defineTreeFormat({
  id: 'devcontainer',
  title: 'Dev container',
  documentation: 'https://containers.dev/implementors/json_reference/',
  files: [
    '*devcontainer.json',
    'devcontainer*.json',
    '**/.devcontainer/**/devcontainer*.json',
    'devcontainer-feature.json',
  ],
  languages: [],
  content: {
    files: ['*.{json,jsonc}'],
    test: text =>
      text.includes('"forwardPorts"') || text.includes('"remoteUser"') || text.includes('"portsAttributes"'),
  },
  comment: '//',
  syntax: readJson,
  dotted: true,
  fill: text => fillPlaceholders(text, LOCAL_ENVIRONMENT),
  places: [
    at('forwardPorts', hostPort('forward', { protocols: ['tcp'], bare: true })),
    at('portsAttributes', portKeys()),
    at('otherPortsAttributes', nothing()),
    at('appPort', mapping()),
    at('runArgs', runArguments()),
    at('image', image()),
    at('{containerEnv,remoteEnv,build.args}', environment()),
    at('{initialize,onCreate,updateContent,postCreate,postStart,postAttach}Command', each(command())),
    ...settingPlaces('{settings,customizations.vscode.settings}.'),
    at('{name,extensions,mounts,workspaceMount,workspaceFolder,hostRequirements}', nothing()),
    at('customizations.*.extensions', nothing()),
  ],
  facts: fromEnvironment(),
});
