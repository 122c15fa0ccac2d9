import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { address } from './stunnel/address.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** stunnel: what each service accepts, and where it connects to. */
export const stunnel: Format = defineTreeFormat({
  id: 'stunnel',
  title: 'stunnel',
  documentation: 'https://www.stunnel.org/static/stunnel.html#SERVICE-LEVEL-OPTIONS',
  files: ['stunnel*.{conf,ini}', '*{.,-,_}stunnel.conf', 'stunnel*.conf{.,-}*', '**/stunnel/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,ini,cfg,template,tmpl,tpl,j2,in,example,sample,tt}'],
    test: text => /^[ \t]*accept[ \t]*=/m.test(text) && /^[ \t]*(?:connect|exec)[ \t]*=/m.test(text),
  },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'none', quotes: '' }),
  places: [at('**.accept', address('listen')), at('**.{connect,redirect,protocolHost}', address('connect'))],
});
