import type { Protocols } from '../../../../registry/port.ts';

/**
 * The port that a URL means when it names none, by scheme in lower case. Undefined where nobody agreed on one.
 * https://www.iana.org/assignments/uri-schemes
 */
export function schemeDefault(scheme: string): number | undefined {
  return DEFAULTS.get(scheme);
}

/** The transport that a scheme runs over; undefined where its name does not tell. */
export function schemeProtocols(scheme: string): Protocols | undefined {
  const words = scheme.split(/[+._-]/);
  if (words.some(word => UDP.has(word))) return ['udp'];
  if (DEFAULTS.has(scheme) || words.some(word => TCP.has(word) || DEFAULTS.has(word))) return ['tcp'];
  return undefined;
}

const UDP: ReadonlySet<string> = new Set(
  'udp udp4 udp6 coap coaps dtls gelf h3 ntp quic rtp sip snmp srt statsd stun syslog tftp turn wg'.split(' '),
);

/** Words of listener names and compound schemes beside those that have a default port. */
const TCP: ReadonlySet<string> = new Set(
  'tcp tcp4 tcp6 tls ssl plaintext sasl internal external controller git http2 h2c grpc grpcs thrift jdbc'.split(' '),
);

const DEFAULTS: ReadonlyMap<string, number> = new Map([
  ['amqp', 5672],
  ['amqps', 5671],
  ['bolt', 7687],
  ['cassandra', 9042],
  ['clickhouse', 9000],
  ['couchdb', 5984],
  ['db2', 50000],
  ['elasticsearch', 9200],
  ['ftp', 21],
  ['ftps', 990],
  ['git', 9418],
  ['h2', 9092],
  ['hive2', 10000],
  ['http', 80],
  ['https', 443],
  ['imap', 143],
  ['imaps', 993],
  ['influxdb', 8086],
  ['kafka', 9092],
  ['ldap', 389],
  ['ldaps', 636],
  ['mariadb', 3306],
  ['memcached', 11211],
  ['mongodb', 27017],
  ['mqtt', 1883],
  ['mqtts', 8883],
  ['mssql', 1433],
  ['mysql', 3306],
  ['mysqlx', 33060],
  ['nats', 4222],
  ['neo4j', 7687],
  ['oracle', 1521],
  ['pop3', 110],
  ['pop3s', 995],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['redis', 6379],
  ['rediss', 6379],
  ['rtsp', 554],
  ['sftp', 22],
  ['sip', 5060],
  ['sips', 5061],
  ['smtp', 25],
  ['smtps', 465],
  ['sqlserver', 1433],
  ['ssh', 22],
  ['stun', 3478],
  ['stuns', 5349],
  ['submission', 587],
  ['telnet', 23],
  ['turn', 3478],
  ['turns', 5349],
  ['ws', 80],
  ['wss', 443],
  ['zookeeper', 2181],
]);
