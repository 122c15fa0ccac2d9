import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { options } from './values/options.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** How `dotnet run` and Visual Studio start a project. */
export const launchSettings: Format = defineTreeFormat({
  id: 'launch-settings',
  title: 'launchSettings.json of .NET',
  documentation: 'https://learn.microsoft.com/aspnet/core/fundamentals/environments#development-and-launchsettingsjson',
  files: ['launchSettings.json', '*.launchSettings.json'],
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('"applicationUrl"') && text.includes('"commandName"') },
  syntax: readJson,
  anyCase: true,
  // IIS Express has its ports from Visual Studio, and containers have an environment of their own.
  scope: ({ keys }) => (isOwn(keys) ? onHost() : { namespace: { kind: 'unknown' } }),
  places: [
    at('**.{applicationUrl,profiles.*.applicationUrls}', connection('listen')),
    at('iisSettings.iisExpress.sslPort', port('listen', TCP)),
    at('profiles.*.{httpPort,sslPort,httpsPort}', port('listen', TCP)),
    at('profiles.*.{launchUrl,inspectUri}', connection()),
    at('profiles.*.environmentVariables', environment()),
    at('profiles.*.{dockerfileRunArguments,containerRunArguments}', argumentsOf('docker create')),
    at('profiles.*.commandLineArgs', options()),
  ],
});

function isOwn(keys: readonly string[]): boolean {
  return keys[0] === 'profiles' && (keys.includes('applicationUrl') || keys.at(-1) === 'commandLineArgs');
}
