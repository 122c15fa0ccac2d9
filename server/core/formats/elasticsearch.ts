import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Elasticsearch and OpenSearch, Kibana and its heirs, Logstash's own settings and the Beats: one family of YAML. */
export const elasticsearch: Format = defineTreeFormat({
  id: 'elasticsearch',
  title: 'Elastic Stack',
  documentation: 'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/networking-settings',
  files: [
    '{elasticsearch,opensearch,kibana,opensearch_dashboards,opensearch-dashboards,logstash}{,-,_,.}*.{yml,yaml}',
    '{filebeat,metricbeat,heartbeat,packetbeat,auditbeat,winlogbeat,journalbeat,functionbeat,apm-server}{,-,_,.}*.{yml,yaml}',
  ],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    // Rails has files of these names too.
    isSure: true,
    test: text =>
      /^(?:output\.\w|(?:file|metric|heart|packet|audit|winlog)beat\.|elasticsearch\.(?:hosts|url)|discovery\.|cluster\.name|node\.name|xpack\.|opensearch\.|plugins\.security)/m.test(
        text,
      ),
  },
  syntax: readYaml,
  dotted: true,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('{http,transport,remote_cluster,api.http,server}.port', port('listen', TCP)),
    at('transport.tcp.port', port('listen', TCP)),
    at('{http,transport,remote_cluster}.publish_port', port('advertise', TCP)),
    at('discovery.{seed_hosts,zen.ping.unicast.hosts}', hostPort('connect', TCP)),
    at('**.{hosts,elasticsearch_hosts}', hostPort('connect', TCP)),
    at('apm-server.host', hostPort('listen', TCP)),
    // What Packetbeat listens in on.
    at('packetbeat.**.ports', port('label')),
    at('heartbeat.monitors.*.ports', port('probe')),
  ],
});
