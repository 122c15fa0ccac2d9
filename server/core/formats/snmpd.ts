import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { transportAddress } from './snmpd/transportAddress.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

const DIALLED = transportAddress('connect');

/** The agent and the trap daemon of Net-SNMP. */
export const snmpd: Format = defineTreeFormat({
  id: 'snmpd',
  title: 'Net-SNMP',
  documentation: 'https://www.net-snmp.org/docs/man/snmpd.conf.html',
  files: ['{snmpd,snmptrapd,snmp}*.conf', '{snmpd,snmptrapd}*.conf.*'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^(?:rocommunity|agentaddress|com2sec|syslocation|trap2?sink)\s/im.test(text),
  },
  syntax: text => readDirectives(text, LINES),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('{agentaddress,snmptrapdaddr,agentxsocket}', transportAddress('listen')),
    at('{trapsink,trap2sink,informsink}.2', port('connect', UDP)),
    at('{trapsink,trap2sink,informsink}.0', DIALLED),
    at('{trapsess,forward}', hostPort('connect', UDP)),
    at('proxy', hostPort('connect', UDP)),
    at('defaultport.0', port('connect', UDP)),
  ],
  rest: 'nothing',
});
