import { CADDY_PLACEHOLDER, fillPlaceholders } from '../ports/read/placeholders.ts';
import { CADDY } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { dnsAddress } from './coredns/dnsAddress.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isArgument } from './directives/isArgument.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** CoreDNS. */
export const coredns: Format = defineTreeFormat({
  id: 'coredns',
  title: 'CoreDNS',
  documentation: 'https://coredns.io/manual/configuration/',
  files: ['Corefile', 'Corefile{.,-,_}*', '*{.,-,_}Corefile', '*.corefile'],
  except: ['*.{md,yml,yaml,go}'],
  languages: ['corefile'],
  content: {
    files: ['*.', '*.{conf,txt,cfg}'],
    test: text => text.includes('forward . ') && / \{[ \t\r]*$/m.test(text) && !text.includes(';'),
  },
  syntax: text => nameFirst(readDirectives(text, CADDY)),
  fill: text => fillTemplate(text.text.includes('{$') ? fillPlaceholders(text, CADDY_PLACEHOLDER) : text),
  places: [
    at('*.*', dnsAddress('listen'), isArgument),
    at('*.*.{forward,proxy,grpc}.*', dnsAddress('connect')),
    at('*.*.{prometheus,health,ready,pprof}.*', hostPort('listen', TCP)),
    at('*.*.{etcd,kubernetes}.*.endpoint.*', urls()),
    at('*.*.transfer.*.to.*', dnsAddress('connect')),
  ],
  rest: 'nothing',
});
