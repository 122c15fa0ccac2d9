import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { placesInText } from './kind/placesInText.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argument } from './values/argument.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const API = port('publish', { protocols: ['tcp'], addressKey: 'hostIP' });

/** Clusters of k3d, k3s in Docker. */
export const k3d: Format = defineTreeFormat({
  id: 'k3d',
  title: 'k3d',
  documentation: 'https://k3d.io/stable/usage/configfile/',
  files: ['k3d.{yaml,yml}', 'k3d{-,_,.}*.{yaml,yml}'],
  languages: [],
  content: {
    files: ['*.{yaml,yml}', '*.{yaml,yml}.*'],
    isSure: true,
    test: text => text.includes('apiVersion: k3d.io/'),
  },
  syntax: readYaml,
  mask: maskTemplate,
  fill: fillGoTemplate,
  places: [
    at('ports.*.port', mapping({ until: '@' })),
    at('kubeAPI.hostPort', API),
    at('exposeAPI.{port,hostPort}', API),
    at('registries.create.hostPort', API),
    at('registries.use', hostPort('registry', TCP)),
    at('registries.config', placesInText('registry')),
    at('**.nodeFilters', nothing()),
    at('env.*.envVar', environment()),
    at('env', environment()),
    at('options.k3s.extraArgs.*.arg', argument()),
    at('image', image()),
  ],
  scope: ({ keys }) => ({
    namespace: { kind: keys[0] === 'options' ? 'unknown' : keys[0] === 'ports' ? 'node' : 'host' },
  }),
});
