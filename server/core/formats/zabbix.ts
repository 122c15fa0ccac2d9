import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Zabbix: agents, server, proxy, Java gateway and web service. */
export const zabbix: Format = defineTreeFormat({
  id: 'zabbix',
  title: 'Zabbix',
  documentation: 'https://www.zabbix.com/documentation/current/en/manual/appendix/config/zabbix_agentd',
  files: ['zabbix_{agent,agentd,agent2,server,proxy,java_gateway,web_service}*.{conf,conf.*}', 'zabbix*.conf'],
  languages: [],
  content: { files: ['*.{conf,conf.*}'], test: text => /^#?\s?(?:ServerActive|StartPollers|ProxyMode)=/m.test(text) },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', inline: '', continuation: 'none', sections: false }),
  places: [
    at('{ListenPort,LISTEN_PORT}', port('listen', { ...TCP, addressKey: 'ListenIP' })),
    at('{ServerActive,Server}', hostPort('connect', TCP)),
    at('{DBPort,JavaGatewayPort,SNMPTrapperPort,ServerPort}', port('connect', TCP)),
    at('NodeAddress', hostPort('advertise', TCP)),
    at('{AllowedIP,StatsAllowedIP,UserParameter,Timeout,*Size,Start*}', nothing()),
  ],
});
