import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { jailAction } from './fail2ban/jailAction.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Jails, actions and filters of Fail2ban. A jail's ports are those that it closes to whom it bans. */
export const fail2ban: Format = defineTreeFormat({
  id: 'fail2ban',
  title: 'Fail2ban',
  documentation: 'https://fail2ban.readthedocs.io/en/latest/',
  files: [
    'jail*.{conf,local}',
    'jail*.{conf,local}.*',
    '**/fail2ban/*.{conf,local}',
    '**/{jail,action,filter,fail2ban}.d/*.{conf,local}',
    'fail2ban*.{conf,local}',
  ],
  except: ['*.{md,yml,yaml,sh}'],
  languages: [],
  content: {
    files: ['*.{conf,local,j2,ini,txt}'],
    test: text => /^(?:bantime|maxretry|findtime|actionban)[ \t]*=/m.test(text) || /^failregex[ \t]*=/m.test(text),
  },
  leavesOut: ['Rules in action files whose ports are tags: `--dports <port>`.'],
  syntax: text => readKeyValue(text, { ...INI, separators: '=' }),
  fill: fillTemplate,
  places: [
    at('*.{failregex,ignoreregex,prefregex,logpath,ignoreip}', nothing()),
    at('*.port', port('deny', { range: ':' })),
    at('*.{tcpport,udpport,blockports,allports}', port('deny', { range: ':' })),
    at('*.{action,banaction}', jailAction()),
    at('*.action*', nothing()),
  ],
});
