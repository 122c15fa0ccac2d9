import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { each } from './values/each.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const LISTENED = each(port('listen', TCP));

/** Prosody. */
export const prosody: Format = defineTreeFormat({
  id: 'prosody',
  title: 'Prosody',
  documentation: 'https://prosody.im/doc/ports',
  files: ['prosody*.cfg.lua', '*.cfg.lua', '*.cfg.lua.*', '**/prosody/conf.d/*'],
  languages: [],
  comment: '--',
  syntax: codeTree('lua'),
  places: [at('*_ports', LISTENED), at('*_port', port('listen', TCP))],
  rest: codeSetting(),
});
