import type { PortOccurrence } from '../../ports/occurrence.ts';
import { code } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

/** Who does it: the owner of the port, else the program whose file this is, where only one reads such files. */
export function program({ facts, occurrence }: HoverSubject): string {
  return ownerOf(occurrence) ?? programOf(facts.format) ?? 'the program';
}

/** The name of the owner; undefined where it has only a number, as a stage of a Dockerfile may. */
export function ownerOf({ owner }: PortOccurrence): string | undefined {
  return owner === undefined || (owner.kind === 'stage' && /^\d+$/.test(owner.name)) ? undefined : code(owner.name);
}

/** The program whose files have this format, where there is only one. */
export function programOf(format: string | undefined): string | undefined {
  return PROGRAMS.get(format ?? '');
}

const PROGRAMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alertmanager: 'Alertmanager',
    alloy: 'Grafana Alloy',
    apache: 'Apache',
    apisix: 'APISIX',
    asterisk: 'Asterisk',
    ats: 'Traffic Server',
    bind: 'BIND',
    caddy: 'Caddy',
    'caddy-json': 'Caddy',
    cassandra: 'Cassandra',
    chrony: 'chronyd',
    clickhouse: 'ClickHouse',
    consul: 'Consul',
    coredns: 'CoreDNS',
    coturn: 'coturn',
    dnsmasq: 'dnsmasq',
    dovecot: 'Dovecot',
    ejabberd: 'ejabberd',
    envoy: 'Envoy',
    etcd: 'etcd',
    exim: 'Exim',
    'fluent-bit': 'Fluent Bit',
    fluentd: 'Fluentd',
    grafana: 'Grafana',
    'grafana-datasources': 'Grafana',
    haproxy: 'HAProxy',
    'home-assistant': 'Home Assistant',
    influxdb: 'InfluxDB',
    jetty: 'Jetty',
    kafka: 'Kafka',
    keycloak: 'Keycloak',
    kong: 'Kong',
    lighttpd: 'lighttpd',
    logstash: 'Logstash',
    mongodb: 'MongoDB',
    monit: 'Monit',
    mosquitto: 'Mosquitto',
    nats: 'NATS',
    nginx: 'nginx',
    'oauth2-proxy': 'OAuth2 Proxy',
    openvpn: 'OpenVPN',
    'otel-collector': 'the OpenTelemetry Collector',
    pgbouncer: 'PgBouncer',
    'php-fpm': 'PHP-FPM',
    'php-ini': 'PHP',
    postfix: 'Postfix',
    postgresql: 'PostgreSQL',
    prometheus: 'Prometheus',
    prosody: 'Prosody',
    rabbitmq: 'RabbitMQ',
    redis: 'Redis',
    rsyslog: 'rsyslogd',
    snmpd: 'snmpd',
    squid: 'Squid',
    'sshd-config': 'sshd',
    streamlit: 'Streamlit',
    stunnel: 'stunnel',
    synapse: 'Synapse',
    telegraf: 'Telegraf',
    tomcat: 'Tomcat',
    tor: 'Tor',
    traefik: 'Traefik',
    varnish: 'Varnish',
    vault: 'Vault',
    vector: 'Vector',
    vsftpd: 'vsftpd',
    wireguard: 'WireGuard',
    zookeeper: 'ZooKeeper',
  }),
);
