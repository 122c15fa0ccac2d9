import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** The XML of Jetty: setters and properties with defaults, whose names tell which are ports. */
export const jetty: Format = defineTreeFormat({
  id: 'jetty',
  title: 'Eclipse Jetty',
  documentation: 'https://jetty.org/docs/jetty/12.1/operations-guide/xml/index.html',
  files: ['jetty*.xml'],
  languages: [],
  content: { files: ['*.xml'], test: text => text.includes('<Configure') && text.includes('jetty') },
  leavesOut: ['The arguments of `InetSocketAddress`.'],
  syntax: readXml,
  places: [],
});
