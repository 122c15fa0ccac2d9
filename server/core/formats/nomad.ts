import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readHcl } from '../syntax/hcl.ts';
import type { Format } from './format.ts';
import { taskArguments } from './nomad/taskArguments.ts';
import { taskScope } from './nomad/taskScope.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argument } from './values/argument.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { file } from './values/file.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const SIDE = { protocols: ['tcp'], isSide: true } as const;

/** Nomad's jobs and agents. A dynamic port has no number; `port = "http"` names one. */
export const nomad: Format = defineTreeFormat({
  id: 'nomad',
  title: 'Nomad',
  documentation: 'https://developer.hashicorp.com/nomad/docs/job-specification/network',
  files: ['*.{nomad,nomad.hcl}', 'nomad{,-,_,.}*.{hcl,json}', '**/nomad{,.d}/*.hcl'],
  languages: ['nomad'],
  // Jobs hold services and checks of Consul, and agents have its settings.
  content: {
    files: ['*.hcl'],
    isSure: true,
    test: text =>
      /^job[ \t]+"?[\w-]+"?\s*\{/m.test(text) ||
      (/^(?:client|server)\s*\{/m.test(text) && /^[ \t]+enabled[ \t]*=/m.test(text)),
  },
  syntax: readHcl,
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  scope: taskScope,
  places: [
    at('**.network.port.*.static', port('publish', SIDE)),
    at('**.network.port.*.to', port('target', SIDE)),
    at('**.network.mbits', nothing()),
    at(
      '**.{resources,restart,update,reschedule,logs,ephemeral_disk,scaling}.{cpu,memory,memory_max,size,attempts,interval,delay}',
      nothing(),
    ),
    at('**.config.port_map.*', port('target', TCP)),
    at('**.config.image', image()),
    at('**.config.publish', mapping()),
    at('**.config.args', taskArguments()),
    at('**.check.args', command({ isArguments: true })),
    at('**.config.{command,entrypoint}', command()),
    at('**.env', environment()),
    at(
      '**.template.data',
      file(at => (at.sibling('destination')?.text ?? '').replace(/^.*\//, '')),
    ),
    at('**.{service,check}.tags', argument()),
    at('**.{servers,retry_join,start_join}', hostPort('connect', TCP)),
    at('**.{consul,vault}.address', hostPort('connect', TCP)),
    at('advertise.*', hostPort('advertise')),
    at('client.reserved.reserved_ports', port('label')),
    at('telemetry.{statsd_address,statsite_address,datadog_address}', hostPort('connect', UDP)),
    at('**.{ports.http,ports.rpc}', port('listen', TCP)),
    at('**.ports.serf', port('listen', { protocols: ['tcp', 'udp'] })),
    at('**.upstreams.local_bind_port', port('listen', TCP)),
  ],
});
