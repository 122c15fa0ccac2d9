import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** The `server.xml` of Tomcat and TomEE. -1 turns the shutdown port off. */
export const tomcat: Format = defineTreeFormat({
  id: 'tomcat',
  title: 'Apache Tomcat',
  documentation: 'https://tomcat.apache.org/tomcat-11.0-doc/config/http.html',
  files: ['**/{tomcat*,conf}/server.xml', 'tomcat{-,_}server*.xml'],
  languages: [],
  content: {
    files: ['*.{xml,j2,template,tmpl,tpl,erb,in,example,sample,epp}'],
    test: text => text.includes('<Connector ') && (text.includes('<Service ') || text.includes('<Engine ')),
  },
  syntax: readXml,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  anyCase: true,
  places: [
    at('server.@port', port('listen', { ...TCP, addressKey: '@address' })),
    at('**.connector.@port', port('listen', { ...TCP, addressKey: '@address' })),
    at('**.connector.{@redirectport,@proxyport}', port('advertise', TCP)),
    at('**.connector.@*', nothing()),
    at('**.receiver.@port', port('listen', { ...TCP, addressKey: '@address' })),
    at('**.receiver.@*', nothing()),
    at('**.membership.@port', port('listen', { protocols: ['udp'], addressKey: '@address' })),
    at('**.valve.{@pattern,@allow,@deny}', nothing()),
  ],
});
