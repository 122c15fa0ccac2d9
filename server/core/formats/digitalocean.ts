import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** DigitalOcean App Platform. */
export const digitalocean: Format = defineTreeFormat({
  id: 'digitalocean',
  title: 'DigitalOcean App Platform',
  documentation: 'https://docs.digitalocean.com/products/app-platform/reference/app-spec/',
  files: ['.do/**/*.{yaml,yml}'],
  languages: [],
  content: {
    files: ['*.{yaml,yml}'],
    test: text => text.includes('http_port:') && text.includes('services:') && text.includes('instance_'),
  },
  syntax: readYaml,
  places: [
    at('**.{http_port,internal_ports}', port('listen', TCP)),
    at('**.{health_check,liveness_health_check}.port', port('probe', TCP)),
    at('**.envs', environment()),
    at('**.{alerts,cors,autoscaling,instance_count}', nothing()),
  ],
  rest: ciValues(),
});
