import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

/** syslog-ng: its drivers look like calls, `network(ip("0.0.0.0") port(514))`. */
export const syslogNg: Format = defineTreeFormat({
  id: 'syslog-ng',
  title: 'syslog-ng',
  documentation: 'https://syslog-ng.github.io/admin-guide/060_Sources/110_Network/README',
  files: ['syslog-ng.conf', 'syslog-ng{,-,_,.}*.conf', '**/syslog-ng/**/*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    test: text => text.includes('destination d_') || text.includes('source s_') || text.includes('@include "scl.conf"'),
  },
  // Words beside each other are one command, whose blocks and brackets nest.
  syntax: codeTree('powershell'),
  places: [
    at('destination.**.{port,destport}.0', port('connect')),
    at('**.{udp,udp6,syslog-udp}.**.{port,localport}.0', port('listen', UDP)),
    at('**.{port,localport}.0', port('listen')),
    at('**.{log_fifo_size,log-fifo-size,stats_freq,flush_lines,time_reopen}', nothing()),
  ],
});
