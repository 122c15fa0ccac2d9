/**
 * The words of a name, a key or a variable, in small letters: `postgres`, `db` of `POSTGRES_DB`; `dav`, `mail` of
 * `DavMail`. Letter by letter, as thousands of names are taken apart before the first answer.
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    const isUpper = code >= 65 && code <= 90;
    const isWord = isUpper || (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    const isEnd = !isWord || (isUpper && isSmall(text.charCodeAt(at - 1)));
    if (isEnd && start >= 0) words.push(text.slice(start, at).toLowerCase());
    if (isEnd) start = -1;
    if (isWord && start < 0) start = at;
  }
  return words;
}

/** A name in small letters, one blank between its words. */
export function spaced(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** `postgres` of `bitnami/postgres`: what an image is called, whoever made it. */
export function lastPart(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Whether a word alone tells one program from others. */
export function isTelling(word: string): boolean {
  return word.length > 2 && !COMMON.has(word) && !/^\d+$/.test(word);
}

const COMMON: ReadonlySet<string> = new Set(
  `access address admin agent alert alt alternate apache api app application apps auth back backend base bind broker
   browser build cache center central certificate chat client cloud cluster code command connect console container
   control core custom daemon dashboard data database default demo dev development directory discovery docker download
   edge editor emulator engine environment example exporter expose external file files for forward front frontend game
   games gateway google group hello home host hub html http https image index info inside inspector instance interface
   internal java job jobs labels lite linux listen load local localhost main manage manager management master media
   metrics microsoft mobile monitor monitoring name network next node notes online open oracle over panel php platform
   play plugin port ports portal private prod production program project proxy public python query queue react redirect
   relay remote replica router ruby rest runner script search secure self server service services shell simple site
   slave socket software source sql stack standard start static status storage store stream studio sync system target task
   test tests the tls tool tools tunnel unix url user version view viewer virtual vite web webapp website webui windows
   worker workers world`.split(/\s+/),
);

/** Names that software goes by beside its own and those of its images, by the name without blanks. */
export const SPELLINGS: Readonly<Partial<Record<string, string>>> = {
  amqp: 'RabbitMQ',
  amqps: 'RabbitMQ',
  elastic: 'Elasticsearch',
  esdb: 'KurrentDB (EventStoreDB)',
  etcdserver: 'etcd',
  fpm: 'PHP-FPM',
  httpd: 'Apache HTTP Server',
  kafka: 'Apache Kafka',
  ldaps: 'LDAP over TLS',
  memcache: 'Memcached',
  mongo: 'MongoDB',
  mssql: 'Microsoft SQL Server',
  mqtts: 'MQTT',
  next: 'Next.js',
  nodeexporter: 'node_exporter',
  ollamaapi: 'Ollama',
  openssh: 'SSH',
  pgsql: 'PostgreSQL',
  postgres: 'PostgreSQL',
  psql: 'PostgreSQL',
  rabbit: 'RabbitMQ',
  rails: 'Ruby on Rails',
  rdp: 'Remote Desktop',
  rediss: 'Redis',
  spring: 'Spring Boot',
  sqlserver: 'Microsoft SQL Server',
  sshd: 'SSH',
  wg: 'WireGuard',
  zk: 'Apache ZooKeeper',
};

/** Protocols that many programs speak, on other numbers too. */
export const PROTOCOL_WORDS: ReadonlySet<string> = new Set(
  `amqp dhcp dns ftp grpc http https imap irc ldap mqtt nfs ntp pop3 radius rdp rtmp rtsp sftp sip smb smtp snmp socks ssh
   syslog telnet tftp vnc xmpp`.split(/\s+/),
);
