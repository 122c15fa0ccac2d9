import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** SonarQube and its scanner. A port of 0 is any free one, and -1 turns a part off. */
export const sonarqube: Format = defineTreeFormat({
  id: 'sonarqube',
  title: 'SonarQube',
  documentation:
    'https://docs.sonarsource.com/sonarqube-server/latest/server-installation/system-properties/common-properties/',
  files: ['sonar*.properties', 'sonar*.properties.*'],
  languages: [],
  content: { files: ['*.properties'], test: text => /^sonar\.(?:web|jdbc|search|projectKey)/m.test(text) },
  syntax: text => readKeyValue(text, PROPERTIES),
  dotted: true,
  places: [
    at('sonar.{web,search}.port', port('listen', TCP)),
    at(
      'sonar.{es.port,cluster.node.port,cluster.node.search.port,cluster.node.es.port,cluster.node.web.port}',
      port('listen', TCP),
    ),
    at('sonar.jdbc.url', connection()),
    at('sonar.host.url', connection()),
    at('sonar.{exclusions,inclusions,sources,tests,projectVersion,projectKey}', nothing()),
  ],
});
