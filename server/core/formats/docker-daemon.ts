import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** The Docker daemon. */
export const dockerDaemon: Format = defineTreeFormat({
  id: 'docker-daemon',
  title: 'Docker daemon',
  documentation: 'https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file',
  files: ['**/docker/daemon.json', 'docker-daemon*.json'],
  languages: [],
  content: {
    files: ['daemon*.json'],
    test: text =>
      text.includes('"log-driver"') ||
      text.includes('"registry-mirrors"') ||
      text.includes('"insecure-registries"') ||
      text.includes('"hosts"'),
  },
  syntax: readJson,
  places: [
    at('hosts', urls('listen')),
    at('metrics-addr', hostPort('listen', TCP)),
    at('insecure-registries', hostPort('registry', TCP)),
    at('registry-mirrors', urls('registry')),
    at('{default-address-pools,bip,fixed-cidr,mtu,dns}', nothing()),
  ],
  scope: () => ({ namespace: { kind: 'host' } }),
});
