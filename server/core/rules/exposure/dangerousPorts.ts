import { SURE } from '../../../../registry/place.ts';
import { asPort, type PortRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';

/** A port that should not stand open to everybody, and what it is. */
export interface Dangerous {
  readonly port: number;
  readonly what: string;
}

/**
 * Those of a range that are so well known that the number alone tells, the gravest first; and of a single number what the
 * words around it name.
 */
export function dangerousIn(registry: Registry, range: PortRange, words: readonly string[]): readonly Dangerous[] {
  const found = [...WELL_KNOWN].flatMap(([port, what]) =>
    range.first <= port && port <= range.last ? [{ port, what }] : [],
  );
  if (found.length > 0 || range.first !== range.last) return found;
  const port = asPort(range.first);
  // Most numbers are nobody's that matters here, and to rank who takes one is much work.
  if (port === undefined || !registry.used(port, 'tcp').some(({ exposure }) => exposure)) return [];
  const [best] = registry.likely(port, { names: words, role: 'allow', protocol: 'tcp' });
  if (!best?.use?.exposure || best.score < SURE || !best.reasons.includes('name')) return [];
  return [{ port: range.first, what: `${best.software} (${best.use.purpose})` }];
}

/**
 * Numbers that mean one thing to nearly everybody. The page of the rule lists them; the registry has their sources. In the
 * order of gravity: control of the machine, then data, then debuggers.
 */
const WELL_KNOWN: ReadonlyMap<number, string> = new Map([
  [2375, 'the Docker API without TLS'],
  [10250, "the kubelet's API"],
  [10255, "the kubelet's read-only API"],
  [2379, 'etcd'],
  [22, 'SSH'],
  [3389, 'Remote Desktop'],
  [23, 'telnet'],
  [5900, 'VNC'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
  [135, "Windows' remote procedure calls"],
  [139, 'NetBIOS file shares'],
  [445, 'SMB file shares'],
  [5432, 'PostgreSQL'],
  [3306, 'MySQL or MariaDB'],
  [1433, 'Microsoft SQL Server'],
  [1521, 'Oracle Database'],
  [27017, 'MongoDB'],
  [27018, 'MongoDB'],
  [27019, 'MongoDB'],
  [6379, 'Redis'],
  [11211, 'Memcached'],
  [9200, 'Elasticsearch or OpenSearch'],
  [9300, 'Elasticsearch or OpenSearch'],
  [5984, 'CouchDB'],
  [9042, 'Cassandra'],
  [7687, 'Neo4j'],
  [7474, 'Neo4j'],
  [26257, 'CockroachDB'],
  [5439, 'Amazon Redshift'],
  [5672, 'AMQP (RabbitMQ)'],
  [15672, "RabbitMQ's management"],
  [9092, 'Kafka'],
  [2181, 'ZooKeeper'],
  [9229, 'the Node.js inspector'],
  [5005, 'the Java debugger'],
]);
