import { readToml } from '../syntax/toml.ts';
import { scalar } from '../syntax/tree.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

const TCP = ['tcp'] as const;

/** Fly.io. The proxy takes connections at the ports of a service and hands them to `internal_port` in the machine. */
export const fly: Format = defineTreeFormat({
  id: 'fly',
  title: 'Fly.io',
  documentation: 'https://fly.io/docs/reference/configuration/',
  files: ['fly.toml', 'fly{.,-,_}*.toml', '*{.,-,_}fly.toml'],
  languages: [],
  content: {
    files: ['*.toml'],
    test: text => text.includes('internal_port') && (text.includes('[http_service]') || text.includes('[[services]]')),
  },
  syntax: readToml,
  places: [
    at('**.internal_port', port('target', { protocolKey: 'protocol', protocols: TCP })),
    at('services.*.ports.*.{port,start_port,end_port}', port('publish', UDP), isUdp),
    at('services.*.ports.*.{port,start_port,end_port}', port('publish', { protocols: TCP })),
    at('**.{http_checks,tcp_checks}.*.port', port('probe', { protocols: TCP })),
    at('{checks.*.port,**.checks.*.port,**.machine_checks.*.port}', port('probe', { protocols: TCP })),
    at('{metrics.port,metrics.*.port}', port('listen', { protocols: TCP })),
    at('build.image', image()),
    at('**.env', environment()),
    at('{**.concurrency,vm,vm.*,mounts,statics}', nothing()),
  ],
  rest: ciValues('release_command'),
});

/** The transport stands at the service around its ports. */
function isUdp(at: At): boolean {
  const service = at.parents.findLast(parent => at.get(parent, 'internal_port') !== undefined);
  return scalar(at.get(service, 'protocol'))?.text === 'udp';
}
