import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { options } from './values/options.ts';
import { TCP } from './values/transports.ts';

/** Neo4j. */
export const neo4j: Format = defineTreeFormat({
  id: 'neo4j',
  title: 'Neo4j',
  documentation: 'https://neo4j.com/docs/operations-manual/current/configuration/ports/',
  files: ['neo4j{,-,_,.}*.conf', 'neo4j.conf.*'],
  languages: [],
  content: { files: ['*.conf'], test: text => /^#?\s?(?:dbms\.connector|server)\.bolt\./m.test(text) },
  syntax: text => readKeyValue(text, PROPERTIES),
  dotted: true,
  places: [
    at('**.{listen_address,address}', hostPort('listen', TCP)),
    at('**.advertised_address', hostPort('advertise', TCP)),
    at('**.{endpoints,initial_discovery_members}', hostPort('connect', TCP)),
    at('**.jvm.additional', options()),
    at('**.memory', nothing()),
  ],
});
