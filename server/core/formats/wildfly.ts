import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** WildFly, JBoss EAP, Infinispan and Keycloak before 17. `port-offset` is none itself. */
export const wildfly: Format = defineTreeFormat({
  id: 'wildfly',
  title: 'WildFly',
  documentation: 'https://docs.wildfly.org/37/Admin_Guide.html#Interfaces_and_ports',
  files: ['standalone{,-*}.xml', '**/{standalone,domain}/configuration/*.xml'],
  languages: [],
  content: {
    files: ['*.{xml,j2,template,tmpl,tpl,erb,in}'],
    test: text => text.includes('<socket-binding') || text.includes('urn:jboss:domain:'),
  },
  syntax: readXml,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('**.socket-binding.@port', port('listen')),
    at('**.socket-binding.@multicast-port', port('listen', { protocols: ['udp'], addressKey: '@multicast-address' })),
    at('**.remote-destination.@port', port('connect', { protocols: ['tcp'], addressKey: '@host' })),
    at('**.domain-controller.remote.@port', port('connect', { protocols: ['tcp'], addressKey: '@host' })),
    at('**.management-interfaces.**.@port', port('listen', TCP)),
  ],
});
