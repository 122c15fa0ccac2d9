import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';

/** The CNCF Distribution registry. */
export const dockerRegistry: Format = defineTreeFormat({
  id: 'docker-registry',
  title: 'Container registry',
  documentation: 'https://distribution.github.io/distribution/about/configuration/',
  files: ['**/{registry,docker/registry}/config.{yml,yaml}', 'registry{,-,_,.}config*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^version: ["']?0\.1["']?[ \t\r]*$/m.test(text) && text.includes('storage:'),
  },
  syntax: readYaml,
  places: [
    at('http.{addr,debug.addr}', hostPort('listen', TCP)),
    at('http.host', hostPort('advertise', TCP)),
    at('redis.{addr,addrs}', hostPort('connect', TCP)),
  ],
});
