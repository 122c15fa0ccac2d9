import { fillPlaceholders, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Receivers and extensions that fetch what others serve; each may have a name of its own behind a slash. */
const DIALLING = `{${[
  'redis postgresql mysql nginx apache mongodb kafka elasticsearch rabbitmq haproxy memcached sqlserver docker_stats',
  'httpcheck tcpcheck zookeeper kubeletstats vcenter jmx oracledb snmp couchdb iis riak flinkmetrics aerospike expvar',
  'saphana pulsar splunkenterprise chrony prometheus_simple podman_stats opamp jaeger_storage oauth2client file_storage',
]
  .flatMap(names => names.split(' '))
  .flatMap(name => [name, `${name}/*`])
  .join(',')}}`;

/** The OpenTelemetry Collector and its distributions. Receivers and extensions listen, exporters dial. */
export const otelCollector: Format = defineTreeFormat({
  id: 'otel-collector',
  title: 'OpenTelemetry Collector',
  documentation: 'https://opentelemetry.io/docs/collector/configuration/',
  files: [
    '{otel,otelcol,otel-collector,otelcollector,opentelemetry}{,-,_,.}*.{yml,yaml}',
    'collector-config*.{yml,yaml}',
  ],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => text.includes('receivers:') && text.includes('exporters:') && text.includes('pipelines:'),
  },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, ENVIRONMENT),
  places: [
    at('receivers.*.protocols.{thrift_compact,thrift_binary}.endpoint', hostPort('listen', UDP)),
    at(
      'receivers.{statsd,statsd/*,syslog,syslog/*,udplog,udplog/*}.**.{endpoint,listen_address}',
      hostPort('listen', UDP),
    ),
    at('receivers.{prometheus,prometheus/*}.**.targets', hostPort('connect', TCP)),
    at(`receivers.${DIALLING}.**.port`, port('connect', TCP)),
    at(`receivers.${DIALLING}.**.{endpoint,endpoints,brokers,broker,hosts,url,server,datasource}`, connection()),
    at('receivers.**.{endpoint,listen_address}', hostPort('listen', TCP)),
    at(`extensions.${DIALLING}.**.{endpoint,endpoints,addresses,servers,server_urls,hosts}`, connection()),
    at('extensions.**.{endpoint,port}', hostPort('listen', { ...TCP, bare: true })),
    at('exporters.{prometheus,prometheus/*}.endpoint', hostPort('listen', TCP)),
    at(
      'exporters.**.{endpoint,endpoints,brokers,hostnames,traces_endpoint,metrics_endpoint,logs_endpoint}',
      hostPort('connect'),
    ),
    at('service.telemetry.metrics.address', hostPort('listen', TCP)),
    at('service.telemetry.**.prometheus.port', port('listen', TCP)),
    at('service.telemetry.**.endpoint', connection()),
    at('processors.**.{send_batch_size,send_batch_max_size,num_traces,limit_mib,spike_limit_mib}', nothing()),
  ],
  facts: fromEnvironment(),
});

/** `${env:NAME:-default}`. https://opentelemetry.io/docs/collector/configuration/#environment-variables */
const ENVIRONMENT: PlaceholderForm = {
  open: '${',
  close: '}',
  read(inner) {
    const name = inner.replace(/^env:/, '');
    const cut = inner.indexOf(':-');
    if (cut < 0) return { name };
    return { name: inner.slice(inner.length - name.length, cut), fallback: { from: cut + 2, to: inner.length } };
  },
};
