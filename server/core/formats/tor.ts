import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { exitRule } from './tor/exitRule.ts';
import { hiddenServicePort } from './tor/hiddenServicePort.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const BOUND = hostPort('listen', { ...TCP, bare: true });
const DIALLED = hostPort('connect', TCP);

/** Tor. */
export const tor: Format = defineTreeFormat({
  id: 'tor',
  title: 'Tor',
  documentation: 'https://manpages.debian.org/unstable/tor/torrc.5.en.html',
  files: ['torrc', 'torrc{.,-,_}*', '*.torrc', '**/torrc.d/*'],
  except: ['*.{md,sh,yml,yaml}'],
  languages: ['torrc'],
  content: {
    files: ['*.', '*.{conf,txt,j2,template}'],
    test: text => /^(?:HiddenServiceDir|SocksPort|ORPort|ExitPolicy|BridgeRelay)\s/im.test(text),
  },
  syntax: text => readDirectives(text, LINES),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('dnsport.0', hostPort('listen', { protocols: ['udp'], bare: true })),
    at(
      '{socksport,orport,controlport,dirport,transport,natdport,httptunnelport,extorport,metricsport,socksbindaddress,sockslistenaddress,dnslistenaddress}.0',
      BOUND,
    ),
    at('hiddenserviceport', hiddenServicePort()),
    at('{exitpolicy,reachableaddresses,reachablediraddresses,reachableoraddresses,sockspolicy}', exitRule()),
    at('servertransportlistenaddr.1', BOUND),
    at('{firewallports,longlivedports,rejectplaintextports,warnplaintextports}', port('allow', TCP)),
    at('{bridge,dirauthority,fallbackdir,socks4proxy,socks5proxy,httpproxy,httpsproxy}', DIALLED),
  ],
  rest: 'nothing',
});
