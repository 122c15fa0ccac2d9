import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { urls } from './values/urls.ts';

/** etcd: lists of URLs in one text. */
export const etcd: Format = defineTreeFormat({
  id: 'etcd',
  title: 'etcd',
  documentation: 'https://etcd.io/docs/latest/op-guide/configuration/',
  files: ['etcd{,-,_,.}*.{yml,yaml,conf}', 'etcd.conf.*'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => text.includes('listen-client-urls:') || text.includes('listen-peer-urls:'),
  },
  syntax: readYaml,
  places: [
    at('{listen-client-urls,listen-peer-urls,listen-metrics-urls,listen-client-http-urls}', urls('listen')),
    at('{initial-advertise-peer-urls,advertise-client-urls}', urls('advertise')),
    at('{initial-cluster,discovery,discovery-proxy}', urls('connect')),
  ],
});
