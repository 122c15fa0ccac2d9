import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

/** WireGuard and wg-quick. */
export const wireguard: Format = defineTreeFormat({
  id: 'wireguard',
  title: 'WireGuard',
  documentation: 'https://www.wireguard.com/quickstart/',
  files: ['wg*.conf', 'wg*.conf.*', '**/wireguard/*.conf'],
  languages: ['wireguard'],
  content: {
    files: ['*.', '*.{conf,conf.*,j2,tmpl,txt,erb,template}'],
    test: text => text.includes('[Interface]') && (text.includes('[Peer]') || /^PrivateKey[ \t]*=/m.test(text)),
  },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', comments: '#', inline: '#', continuation: 'none' }),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('interface.listenport', port('listen', UDP)),
    at('peer.endpoint', hostPort('connect', UDP)),
    at('interface.{postup,postdown,preup,predown}', command()),
  ],
  rest: 'nothing',
});
