import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { profilePorts } from './firewall/profilePorts.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Profiles of applications. Its rules are those of iptables-restore. */
export const ufw: Format = defineTreeFormat({
  id: 'ufw',
  title: 'ufw',
  documentation: 'https://manpages.ubuntu.com/manpages/noble/man8/ufw.8.html',
  files: ['**/ufw/applications.d/*', '*.ufw', '*.ufw.profile', '*{-,_,.}ufw-profile'],
  except: ['*.{sh,md,bats}'],
  languages: [],
  content: {
    files: ['*.', '*.{conf,ini,profile,txt}'],
    test: text => /^ports=\d[\d,:|/a-z]*[ \t\r]*$/m.test(text) && /^title=/m.test(text),
  },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'none' }),
  fill: fillTemplate,
  places: [at('*.ports', profilePorts())],
  rest: 'nothing',
});
