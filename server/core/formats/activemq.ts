import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { isText } from './tree/isText.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';

const ACCEPTED = connection('listen');

/** ActiveMQ Classic, and the `broker.xml` of Artemis. */
export const activemq: Format = defineTreeFormat({
  id: 'activemq',
  title: 'Apache ActiveMQ',
  documentation: 'https://activemq.apache.org/components/classic/documentation/configuring-transports',
  files: ['activemq*.xml'],
  languages: [],
  content: {
    files: ['*.{xml,j2,template,tmpl,tpl,in}'],
    test: text => text.includes('<transportConnector') || (text.includes('<acceptor') && text.includes('urn:activemq')),
  },
  syntax: readXml,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('**.transportConnector.@uri', ACCEPTED),
    at('**.acceptor', ACCEPTED, isText),
    at('**.acceptor.#text', ACCEPTED),
  ],
});
