import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { srvHost } from './dnsmasq/srvHost.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostAt } from './values/hostAt.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

const DNS = ['udp', 'tcp'] as const;

/** dnsmasq. `port=0` turns its DNS off. */
export const dnsmasq: Format = defineTreeFormat({
  id: 'dnsmasq',
  title: 'dnsmasq',
  documentation: 'https://thekelleys.org.uk/dnsmasq/docs/dnsmasq-man.html',
  files: [
    'dnsmasq*.{conf,config}',
    'dnsmasq*.{conf,config}.*',
    '*{-,_,.}dnsmasq.conf',
    '**/dnsmasq.d/*',
    '**/dnsmasq/*.{conf,config}',
  ],
  except: ['*.{md,yml,yaml,sh,py,rb}', '**/go.d/dnsmasq*.conf'],
  languages: [],
  content: {
    files: ['*.', '*.{conf,config,txt,j2,tmpl,template}'],
    test: text =>
      /^(?:dhcp-range|bogus-priv|domain-needed|bind-interfaces|no-resolv|expand-hosts|dhcp-host)\b/m.test(text),
  },
  syntax: text =>
    readKeyValue(text, {
      ...INI,
      separators: '=',
      comments: '#',
      inline: '#',
      continuation: 'none',
      sections: false,
      quotes: '"',
    }),
  fill: fillTemplate,
  places: [
    at('port', port('listen', { protocols: DNS })),
    at('query-port', port('connect', UDP)),
    at('{min-port,max-port}', port('connect', UDP)),
    at('{server,local,rev-server}', hostAt('#', 'connect', DNS)),
    at('srv-host', srvHost()),
    at('dhcp-alternate-port', port('listen', UDP)),
    at('tftp-port-range', port('listen', UDP)),
  ],
  rest: 'nothing',
});
