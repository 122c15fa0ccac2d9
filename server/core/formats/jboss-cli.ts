import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import type { Format } from './format.ts';
import { readJbossCli } from './jboss-cli/readJbossCli.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

/** Scripts for the command line of WildFly, which change its configuration. */
export const jbossCli: Format = defineTreeFormat({
  id: 'jboss-cli',
  title: 'WildFly CLI',
  documentation: 'https://docs.wildfly.org/37/Admin_Guide.html#Command_Line_Interface',
  files: ['*.cli'],
  languages: [],
  content: { files: ['*.{txt,j2,template}'], test: text => text.includes('/socket-binding-group=') },
  syntax: readJbossCli,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at(
      '**.remote-destination-outbound-socket-binding.**.port',
      port('connect', { protocols: ['tcp'], addressKey: 'host' }),
    ),
    at('**.socket-binding.**.{port,multicast-port}', port('listen')),
  ],
});
