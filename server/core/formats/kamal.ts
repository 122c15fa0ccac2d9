import { ERB, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { containerScope } from './ci/containerScope.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Kamal deploys containers behind its own proxy; what it calls a port of an accessory is what Docker publishes. */
export const kamal: Format = defineTreeFormat({
  id: 'kamal',
  title: 'Kamal',
  documentation: 'https://kamal-deploy.org/docs/configuration/accessories/',
  files: ['config/deploy.{yml,yaml}', 'config/deploy.*.{yml,yaml}', 'kamal*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^service:/m.test(text) && /^image:/m.test(text) && /^servers:/m.test(text),
  },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, ERB),
  places: [
    at('accessories.*.port', mapping({ base60: 'ruby' })),
    at('**.options.{publish,p}', mapping({ base60: 'ruby' })),
    at('**.app_port', port('target', TCP)),
    at('**.{http_port,https_port,host_port}', port('publish', TCP)),
    at('**.metrics_port', port('listen', TCP)),
    at('healthcheck.port', port('probe', TCP)),
    at('**.registry.server', hostPort('registry', TCP)),
    at('ssh.port', port('connect', TCP)),
    at('**.image', image()),
    at('**.env.clear', environment()),
  ],
  rest: ciValues(),
  scope: containerScope(new Set(['accessories'])),
});
