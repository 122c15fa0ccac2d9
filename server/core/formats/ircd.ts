import { BIND } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isArgument } from './directives/isArgument.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

const TCP = ['tcp'] as const;

/** The IRC servers whose blocks are alike: ircu, Solanum, Charybdis, Hybrid, UnrealIRCd. */
export const ircd: Format = defineTreeFormat({
  id: 'ircd',
  title: 'IRC servers',
  documentation: 'https://www.unrealircd.org/docs/Listen_block',
  files: ['ircd*.conf', 'ircd*.conf.*', 'unrealircd*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text =>
      /^(?:serverinfo|general|listen|class|connect|operator|port|me)[ \t]*\{/im.test(text) &&
      /\b(?:sendq|pingfreq|ping_time|recvq)\b/.test(text),
  },
  syntax: text => readDirectives(text, { ...BIND, assign: ['='] }),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('{connect,link}.**.port.*', port('connect', { protocols: TCP }), isArgument),
    at('**.{port,sslport}.*', port('listen', { protocols: TCP }), isArgument),
  ],
  rest: 'nothing',
});
