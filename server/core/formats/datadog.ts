import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** The Datadog agent, and the checks that it runs. */
export const datadog: Format = defineTreeFormat({
  id: 'datadog',
  title: 'Datadog agent',
  documentation: 'https://docs.datadoghq.com/agent/configuration/network/#open-ports',
  files: ['datadog{,-,_,.}*.{yml,yaml}', '**/conf.d/*.d/*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml,yaml.*}'],
    test: text => /^dogstatsd_/m.test(text) || (/^init_config:/m.test(text) && /^instances:/m.test(text)),
  },
  syntax: readYaml,
  dotted: true,
  places: [
    at('dogstatsd_port', port('listen', { protocols: ['udp'], addressKey: 'bind_host' })),
    at('statsd_forward_port', port('connect', { protocols: ['udp'], addressKey: 'statsd_forward_host' })),
    at('{cmd_port,expvar_port,GUI_port,agent_ipc.port,apm_config.*_port,process_config.*_port}', port('listen', TCP)),
    at('otlp_config.receiver.**.endpoint', hostPort('listen', TCP)),
    at('network_devices.snmp_traps.port', port('listen', UDP)),
    at('**.*_dd_url', connection()),
    at('instances.*.port', port('connect', { addressKey: 'host' })),
    at('instances.*.{server,host,url,*_url,*_endpoint}', connection()),
  ],
});
