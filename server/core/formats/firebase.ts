import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** The emulators of Firebase. */
export const firebase: Format = defineTreeFormat({
  id: 'firebase',
  title: 'Firebase',
  documentation: 'https://firebase.google.com/docs/emulator-suite/install_and_configure',
  files: ['firebase.json', 'firebase.*.json'],
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('"emulators"') && text.includes('"port"') },
  syntax: readJson,
  scope: onHost,
  places: [
    at('emulators.*.{port,websocketPort}', port('listen', { protocols: ['tcp'], addressKey: 'host' })),
    at('**.{predeploy,postdeploy}', command({ isLines: true })),
    at('**.{headers,ignore}', nothing()),
  ],
});
