import { fillPlaceholders, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';

const TCP = { protocols: ['tcp'] } as const;

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
    at('receivers.*.protocols.{thrift_compact,thrift_binary}.endpoint', hostPort('listen', { protocols: ['udp'] })),
    at(
      'receivers.{statsd,statsd/*,syslog,syslog/*}.**.{endpoint,listen_address}',
      hostPort('listen', { protocols: ['udp'] }),
    ),
    at('receivers.{prometheus,prometheus/*}.**.targets', hostPort('connect', TCP)),
    at(
      'receivers.{redis,postgresql,mysql,nginx,apache,mongodb,kafka,elasticsearch,rabbitmq,haproxy,memcached,sqlserver,docker_stats,httpcheck,zookeeper}.**',
      hostPort('connect'),
    ),
    at(
      'receivers.{redis,postgresql,mysql,nginx,apache,mongodb,kafka,elasticsearch,rabbitmq,haproxy,memcached,sqlserver,httpcheck}/*.**',
      hostPort('connect'),
    ),
    at('receivers.**.endpoint', hostPort('listen', TCP)),
    at('extensions.**.{endpoint,port}', hostPort('listen', { ...TCP, bare: true })),
    at('exporters.{prometheus,prometheus/*}.endpoint', hostPort('listen', TCP)),
    at('exporters.**.{endpoint,endpoints,brokers,traces_endpoint,metrics_endpoint,logs_endpoint}', hostPort('connect')),
    at('service.telemetry.metrics.address', hostPort('listen', TCP)),
    at('processors.**.{send_batch_size,send_batch_max_size,num_traces,limit_mib,spike_limit_mib}', nothing()),
  ],
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
