import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Commands of Nagios, Naemon and NRPE. */
export const nagios: Format = defineTreeFormat({
  id: 'nagios',
  title: 'Nagios, NRPE',
  documentation: 'https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/objectdefinitions.html',
  files: ['nrpe*.cfg', 'nrpe*.cfg.*', '**/{nagios,nagios3,nagios4,naemon,nrpe.d}/*.cfg'],
  languages: [],
  content: {
    files: ['*.{cfg,cfg.*}'],
    test: text => /^define (?:host|service|command|hostgroup|contact)[ \t]*\{/m.test(text) || /^command\[/m.test(text),
  },
  leavesOut: ['Arguments of checks behind exclamation marks: `check_tcp!8080`.'],
  syntax: text =>
    readKeyValue(text, {
      ...INI,
      separators: '=',
      blankSeparates: 'always',
      continuation: 'none',
      sections: false,
      quotes: '',
    }),
  places: [at('server_port', port('listen', TCP)), at('{command_line,command[*}', command({ role: 'probe' }))],
  rest: 'nothing',
});
