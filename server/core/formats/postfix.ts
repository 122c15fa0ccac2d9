import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { destinations } from './postfix/destinations.ts';
import { serviceLine } from './postfix/serviceLine.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';

/** Postfix: main.cf, master.cf and the tables of its lookups. */
export const postfix: Format = defineTreeFormat({
  id: 'postfix',
  title: 'Postfix',
  documentation: 'https://www.postfix.org/master.5.html',
  files: [
    '{main,master}.cf',
    '{main,master}.cf.*',
    '*{-,_,.}{main,master}.cf',
    '*{-,_,.}{main,master}.cf.*',
    'postfix-*.cf',
    '**/postfix/**/*.cf',
  ],
  languages: ['postfix'],
  content: {
    files: ['*.cf', '*.cf.*', '*.{conf,j2,tmpl,txt}'],
    test: text =>
      /^(?:smtpd_banner|smtpd_recipient_restrictions|mydestination|mynetworks|relayhost|virtual_alias_maps)\s*=/m.test(
        text,
      ) || isMaster(text),
  },
  syntax: text =>
    isMaster(text)
      ? nameFirst(readDirectives(text, { ...LINES, quotes: '', continued: false }))
      : readKeyValue(text, { ...INI, separators: '=', comments: '#', inline: '', sections: false, quotes: '' }),
  fill: fillTemplate,
  places: [
    at(
      '{relayhost,smtp_fallback_relay,fallback_relay,hosts,server_host,proxy_*_hosts,*_transport,transport_maps}',
      destinations('connect', { isHost: true }),
    ),
    at(
      '{mydestination,mynetworks,query,*_filter,*_limit,*_time,*_size_limit}',
      nothing(),
      ({ keys }) => keys[0] !== 'content_filter',
    ),
    at('*', serviceLine()),
  ],
  rest: 'nothing',
});

/** `smtp inet n - y - - smtpd`: the second word of a service is its kind. */
function isMaster(text: string): boolean {
  return /^[^\s#=]{1,100}[ \t]{1,40}(?:inet|unix|fifo|pass)[ \t]{1,40}[yn-][ \t]/m.test(text);
}
