import type { PortRole } from '../occurrence.ts';

/** What the name of a setting promises about its value. */
export type SettingKind =
  /** A number, a range or a list of them. */
  | 'port'
  /** `host:port`, or several; `open` names (`LISTEN`) also take a bare number. */
  | 'address'
  | 'open'
  /** A URL or a data source name. */
  | 'connection'
  /** A container image, or the registry that holds some. */
  | 'image'
  | 'other';

/** A longer name is a text, whose words need not be looked at. */
export const LONGEST_NAME = 200;

/** `dbHostPort`, `DB_HOST_PORT` and `db.host-port` are the words db, host, port; a text has none. */
export function settingWords(name: string): readonly string[] {
  if (name.length > LONGEST_NAME) return [];
  // Nearly every name is of this form.
  if (/^[A-Z\d]+(?:_[A-Z\d]+)*$/.test(name)) return name.toLowerCase().split('_');
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(word => word !== '');
}

/** Whole words decide, so that TRANSPORT, IMPORT or PORTAL say nothing. */
export function settingKind(words: readonly string[], extra: ReadonlySet<string> = NONE): SettingKind {
  const last = words.at(-1) ?? '';
  if (words.some(word => PORT.has(word) || isNumbered(word) || extra.has(word)) && !isNoPort(words)) return 'port';
  if (isGlued(last) && !isNoPort(words)) return 'port';
  if (words.some(word => CONNECTION.has(word))) return 'connection';
  // `MAX_LISTENERS` counts those of an event.
  if (OPEN.has(last) && !words.some(word => AMOUNT.has(word))) return 'open';
  if (IMAGE.has(last)) return 'image';
  return words.some(word => ADDRESS.has(word) || OPEN.has(word)) ? 'address' : 'other';
}

/** `DESTPORT`, `mbmonport`: a word of the software's own before it, and no word of the language that ends so. */
function isGlued(word: string): boolean {
  return word.length >= 6 && word.length <= 20 && word.endsWith('port') && !ENGLISH.test(word);
}

const ENGLISH =
  /(?:sup|im|ex|re|trans|pass|view|air|tele|rap|de|pur|com|car|sea|space|heli|new|daven|stock|serial|usb|midi|hdmi|gpio|parallel|joy|video|audio|switch|uplink)port$/;

/** True where a number that no port can have must be a mistake: `HTTP_PORT`, not `PORT_SPEED`. */
export function namesPort(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return PORT.has(last) && last !== 'ports' && !isNoPort(words);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const NONE: ReadonlySet<string> = new Set();

const PORT = set(
  `port ports portnumber hostport nodeport targetport containerport serverport httpport httpsport webport sshport adminport
  dport sport dbport pgport pgsqlport mysqlport redisport mongoport bindport listenport localport remoteport tcpport udpport apiport
  guiport webuiport smtpport vncport rpcport rconport queryport gameport proxyport`,
);
/** `PORT1`, `httpPort2` */
function isNumbered(word: string): boolean {
  return word.length === 5 && /^port\d$/.test(word);
}

const IMAGE = set('image images registry registries repository');
const OPEN = set('listen listener listeners bind');
const AMOUNT = set('max min num number count limit');
const ADDRESS = set(
  `addr addrs address addresses endpoint endpoints host hosts dbhost pghost hostname hostnames broker brokers server servers upstream upstreams bootstrap
  node nodes peer peers destination destinations points seed seeds sentinels voters backend backends target targets proxy gateway connect netloc location master masters coordinator supernode`,
);
const CONNECTION = set('url urls uri uris dsn conn connection connections connstr connectionstring jdbc datasource');

/** What stands beside `port` where the value counts, times or switches something. */
const NO_PORT = set(
  `offset count timeout timeouts enabled enable disabled interval retries retry serial usb com tty midi hdmi gpio
  increment step size speed priority delay`,
);

/** What says so behind it only: `PORT_STATUS`, but not `STATUS_PORT`. */
const PORT_PROPERTY = set('name names label type mode state status id security protocol proto mapping');

function isNoPort(words: readonly string[]): boolean {
  const port = words.findIndex(word => PORT.has(word));
  // `com.sun.management.jmxremote.port` is a name in reverse, `COM_PORT` a serial port.
  if (words.some((word, index) => NO_PORT.has(word) && !(word === 'com' && index + 1 < port))) return true;
  // A switch of OpenSSH.
  if (words.at(-1) === 'ports' && words.at(-2) === 'gateway') return true;
  if (words.some((word, index) => index > port && PORT_PROPERTY.has(word))) return true;
  return words.at(-1) === 'ports' && words.some(word => word === 'max' || word === 'num' || word === 'number');
}

/** Software and parts that an application dials; their own settings use the same names, which is rarer. */
const REMOTE = set(
  `db dbport pgport mysqlport redisport mongoport database postgres postgresql pg pgsql mysql mariadb redis valkey keydb
  mongo mongodb smtp smtpport mail mailer imap pop3 email
  mqtt kafka rabbitmq rabbit amqp nats elastic elasticsearch opensearch memcached memcache cassandra sql mssql oracle
  clickhouse influx influxdb ldap ftp sftp proxy upstream remote broker queue cache consul etcd zookeeper statsd graylog
  logstash jaeger zipkin otel otlp sentry celery target backend solr neo4j rethinkdb couchdb mailhog mailpit
  minio s3 beanstalkd pusher soketi meilisearch typesense`,
);

/** What a program opens for itself, whoever it is named after: `KAFKA_JMX_PORT`. */
const OWN = set('listener listening jmx metrics exporter inspector pprof jdwp aspnetcore');

/** Where it sends instead: `OTEL_EXPORTER_OTLP_ENDPOINT`, `METRICS_REPORTER_BOOTSTRAP_SERVERS`. */
const ELSEWHERE = set('endpoint endpoints bootstrap servers url uri');

/** Whose ports are opened to others: `firewall_allowed_tcp_ports`. */
const FIREWALL = set('allow allowed firewall firewalld ufw iptables');

/** The role that the words give to a number or an address; undefined where they do not tell. */
export function roleByName(words: readonly string[]): PortRole | undefined {
  // One look at each word: every setting is asked, several times.
  let signs = 0;
  for (const word of words) {
    if (word.startsWith('advertise') || word.startsWith('announce')) return 'advertise';
    signs |= SIGNS.get(word) ?? 0;
  }
  if (signs & SIGN.firewall && signs & SIGN.network) return 'allow';
  if (signs & SIGN.publish) return 'publish';
  // `DB_HOST_PORT`, `NGINX_HOST_HTTP_PORT`: the host's side of a mapping, as compose files have it.
  const host = words.indexOf('host');
  if (host >= 0 && words.indexOf('port', host) > host) return 'publish';
  if (signs & SIGN.open) return 'listen';
  if (signs & SIGN.own && !(signs & SIGN.elsewhere)) return 'listen';
  return signs & SIGN.remote ? 'connect' : undefined;
}

/** What a word says of a role, a bit each. */
const SIGN = { firewall: 1, network: 2, publish: 4, open: 8, own: 16, elsewhere: 32, remote: 64 } as const;

const SIGNS: ReadonlyMap<string, number> = signsOf([
  [FIREWALL, SIGN.firewall],
  [set('port ports net'), SIGN.network],
  [set('forward forwarded published publish external hostport'), SIGN.publish],
  [OPEN, SIGN.open],
  [OWN, SIGN.own],
  [ELSEWHERE, SIGN.elsewhere],
  [REMOTE, SIGN.remote],
]);

function signsOf(sets: readonly (readonly [ReadonlySet<string>, number])[]): ReadonlyMap<string, number> {
  const signs = new Map<string, number>();
  for (const [words, sign] of sets) for (const word of words) signs.set(word, (signs.get(word) ?? 0) | sign);
  return signs;
}
