import { append } from '../../text/append.ts';
import type { Mapped } from '../../text/mapped.ts';
import { readHostPort } from './hostPort.ts';
import { type NetworkPort, networkPort, portEnd, readAuthority, type Stretch } from './networkPort.ts';

/**
 * Ports of the connection strings that are no URLs: ADO.NET and ODBC pairs, libpq pairs, Oracle descriptors, and the Go
 * MySQL driver's `tcp(h:3306)`. Plain lists of `host:port` are left to `readHostPorts`.
 */
export function readDsn(mapped: Mapped): NetworkPort[] {
  const { text } = mapped;
  if (!/\d|\uFFFC/.test(text)) return [];
  if (text.includes('(')) return [...readParenthesised(mapped), ...readDescriptors(mapped)];
  const oracle = /jdbc:oracle:\w+:[^@\s]{0,200}@(?:\/\/)?(?![\w+.-]+:\/\/)/i.exec(text);
  if (oracle) return readOracle(mapped, oracle.index + oracle[0].length);
  // A semicolon in quotes is of a query: `port=5432 connect_query='set a=1; set b=2'`.
  const isBetween = text.includes(';') && !/^[^;']{0,500}'/.test(text);
  return /(?:^|\s)port\s*=/i.test(text) && !isBetween ? readPairs(mapped, ' ') : readPairs(mapped, ';');
}

/** `user:pw@tcp(db:3306)/app`. https://github.com/go-sql-driver/mysql#dsn-data-source-name */
function readParenthesised(mapped: Mapped): NetworkPort[] {
  return [...mapped.text.matchAll(/(?<!\w)(tcp[46]?|udp|(?<=@))\(([^()\s]*)\)/gi)].flatMap(
    ({ 0: all, 1: net = '', index }) => {
      const port = readAuthority(mapped, { from: index + net.length + 1, to: index + all.length - 1 });
      return port ? [{ ...port, protocols: [net.toLowerCase() === 'udp' ? 'udp' : 'tcp'] }] : [];
    },
  );
}

/**
 * `(ADDRESS=(PROTOCOL=TCP)(HOST=h)(PORT=1521))`, `address=(host=h)(port=3306)`, `(host=h,port=3306)`.
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/netag/identifying-and-accessing-database.html
 */
function readDescriptors(mapped: Mapped): NetworkPort[] {
  const found: NetworkPort[] = [];
  let host: Stretch | undefined;
  for (const { 0: all, 1: key = '', 2: value = '', index } of mapped.text.matchAll(
    /[(,]\s*(host|port)\s*=\s*([^(),\s]*)/gi,
  )) {
    const to = index + all.length;
    const stretch = { from: to - value.length, to };
    if (key.toLowerCase() === 'host') host = stretch;
    else append(found, portAt(mapped, stretch, host));
  }
  return found;
}

/** `h:1521:SID` (the third field names the database), `h:1521/service`, several with commas. */
function readOracle(mapped: Mapped, start: number): NetworkPort[] {
  const found: NetworkPort[] = [];
  for (const { 0: all, index } of mapped.text.slice(start).matchAll(/[^,]+/g)) {
    const field = /^[^:/\s]*:[^:/\s]*/.exec(all)?.[0];
    const port = field && readAuthority(mapped, { from: start + index, to: start + index + field.length }, 'oracle');
    if (port) found.push(port);
  }
  return found;
}

interface Pair extends Stretch {
  readonly key: string;
}

const SERVER = /^(?:server|data ?source|addr(?:ess)?|network address|host(?:name|addr)?|servername)$/;
const PORT = /^port(?: ?number)?$/;
/** A lone `port` says nothing; one of these beside it makes a connection of it. */
const COMPANION =
  /^(?:database|dbname|db|initial catalog|databasename|user ?(?:id|name)?|uid|pwd|password|driver|service|sslmode|integrated security)$/;

/**
 * `Server=tcp:db\inst,1433;Database=x`, `Host=a,b:5433;Port=5432`, `host=db port=5432`.
 * https://learn.microsoft.com/sql/connect/ado-net/connection-string-syntax
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING
 */
function readPairs(mapped: Mapped, separator: ';' | ' '): NetworkPort[] {
  const pairs = pairsOf(mapped.text, separator);
  const server = pairs.find(pair => SERVER.test(pair.key));
  const isUrl = /:\/\//.test(mapped.text);
  if (!isUrl && pairs.length < 2) return [];
  if (!server && !isUrl && !pairs.some(pair => COMPANION.test(pair.key))) return [];
  return pairs.flatMap(pair => {
    if (PORT.test(pair.key)) return commaParts(mapped.text, pair).flatMap(part => portAt(mapped, part, server));
    return SERVER.test(pair.key) ? readServer(mapped, pair) : [];
  });
}

function pairsOf(text: string, separator: ';' | ' '): Pair[] {
  const stretches = separator === ';' ? semicolonParts(text) : [...text.matchAll(BLANK_PAIR)].map(asStretch);
  return stretches.flatMap(({ from, to }) => {
    const written = text.slice(from, to);
    const equals = written.indexOf('=');
    if (equals < 0) return [];
    const value = written.slice(equals + 1);
    const trimmed = value.trim();
    const quoted = trimmed.length > 1 && CLOSING[trimmed[0] ?? ''] === trimmed.at(-1) ? 1 : 0;
    const start = from + equals + 1 + value.length - value.trimStart().length + quoted;
    return [{ key: keyOf(written.slice(0, equals)), from: start, to: start + trimmed.length - 2 * quoted }];
  });
}

/** PHP's data objects have their driver before the first key: `mysql:host=db;port=3306`. */
function keyOf(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/^[a-z_]{2,12}:/, '');
}

const BLANK_PAIR = /(?<!\w)\w{1,40}\s*=\s*(?:'[^']*'|"[^"]*"|\S*)/g;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '{': '}' };

/** A value that begins with a quote or a brace may hold semicolons. */
function semicolonParts(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const close = text[at - 1] === '=' ? CLOSING[text[at] ?? ''] : undefined;
    const end = close === undefined ? -1 : text.slice(at + 1, at + LONGEST).indexOf(close);
    if (end >= 0) at += 1 + end;
    if (at < text.length && text[at] !== ';') continue;
    found.push({ from, to: at });
    from = at + 1;
  }
  return found;
}

/** No quoted name or password is longer; the bound keeps hostile texts cheap. */
const LONGEST = 300;

/** SQL Server sets the port off by a comma, the others by a colon. */
function readServer(mapped: Mapped, { from, to }: Stretch): NetworkPort[] {
  const { text } = mapped;
  const prefix = /^(?:(?:tcp|np|lpc|admin):|\/\/)/i.exec(text.slice(from, to))?.[0].length ?? 0;
  const parts = commaParts(text, { from: from + prefix, to });
  const [first, second] = parts;
  if (first && second && parts.length === 2 && /^\s*[\d\uFFFC]+\s*$/.test(text.slice(second.from, second.to))) {
    return portAt(mapped, second, first);
  }
  return parts.flatMap(part => readHostPort(mapped, part) ?? []);
}

/** A port that fills the stretch, blanks aside. */
function portAt(mapped: Mapped, { from, to }: Stretch, host: Stretch | undefined): NetworkPort[] {
  const written = mapped.text.slice(from, to);
  const start = from + written.length - written.trimStart().length;
  const stop = start + written.trim().length;
  if (portEnd(mapped.text, start, stop) !== stop) return [];
  const port = networkPort(mapped, { from: start, to: stop }, host, undefined, ['tcp']);
  return port ? [port] : [];
}

function commaParts(text: string, { from, to }: Stretch): Stretch[] {
  return [...text.slice(from, to).matchAll(/[^,]+/g)].map(({ 0: part, index }) => ({
    from: from + index,
    to: from + index + part.length,
  }));
}

function asStretch({ 0: all, index }: RegExpExecArray): Stretch {
  return { from: index, to: index + all.length };
}
