import type { Protocols } from '../../../../registry/port.ts';
import { append } from '../../text/append.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { readMultiaddrs } from './multiaddr.ts';
import { type NetworkPort, readAuthority, type Stretch } from './networkPort.ts';
import { schemeDefault } from './schemeDefaults.ts';

/**
 * Every port that is written in a URL of the text, wherever the URL stands. Several hosts (`mongodb://a,b:27018`) and
 * several URLs are each read; a port that its scheme forbids (`mongodb+srv`) is found too, so that a rule can say so.
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.2
 */
export function readUrls(mapped: Mapped): NetworkPort[] {
  const { text } = mapped;
  const found: NetworkPort[] = [...readMultiaddrs(mapped)];
  if (!text.includes(':')) return found;
  let last = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const scheme = schemeBefore(text, last, at);
    last = at + 3;
    append(found, readHosts(mapped, last, scheme));
  }
  if (!/(?:stun|turn|sip)s?:/i.test(text)) return found;
  for (const { 0: written, 1: scheme = '', index } of text.matchAll(OPAQUE)) {
    const from = index + written.length;
    append(found, readHosts(mapped, from, scheme.toLowerCase(), opaqueEnd(text, from)));
  }
  return found;
}

/** Schemes that go without slashes: `stun:h:3478`, `sip:u@h:5060`. */
const OPAQUE = /(?<![\w.+-])(stuns?|turns?|sips?):(?!\/\/)/gi;

/** Their authority is no host, or a name on this machine. */
const HOSTLESS: ReadonlySet<string> = new Set(['file', 'unix', 'sqlite', 'sqlite3', 'fd', 'npipe']);

/** A number after the colon is a tag, unless a slash follows: `docker://node:20`, `oci://registry:5000/app`. */
const IMAGES: ReadonlySet<string> = new Set([
  'docker',
  'docker-image',
  'docker-daemon',
  'oci',
  'image',
  'containers-storage',
]);

/** Such a URL has one host; a comma behind it begins the next URL. */
function opaqueEnd(text: string, from: number): number {
  const end = text.slice(from, from + 2 * LONGEST).search(/[\s,;?"'<>]/);
  return end < 0 ? Math.min(text.length, from + 2 * LONGEST) : from + end;
}

function readHosts(
  mapped: Mapped,
  from: number,
  scheme: string | undefined,
  to: number = authorityEnd(mapped.text, from, scheme),
): NetworkPort[] {
  const { text } = mapped;
  if (scheme !== undefined && HOSTLESS.has(scheme)) return [];
  if (scheme !== undefined && IMAGES.has(scheme) && text[to] !== '/') return [];
  const transport = transportAfter(text, to);
  return hosts(text, from, to).flatMap(host => {
    const port = readAuthority(mapped, withoutUser(text, host), scheme);
    return port ? [transport ? { ...port, protocols: transport } : port] : [];
  });
}

/** `clickhouse://default:db:9440`, where the `@` was forgotten. */
function withoutUser(text: string, host: Stretch): Stretch {
  const written = text.slice(host.from, host.to);
  if (written.indexOf(':') === written.lastIndexOf(':')) return host;
  const user = /^[\w.-]{1,255}:(?=[A-Za-z][\w.-]{0,255}:\d{1,5}$)/.exec(written)?.[0] ?? '';
  return { from: host.from + user.length, to: host.to };
}

/** The stretches between commas, each without its user and password. */
function hosts(text: string, from: number, to: number): Stretch[] {
  const authority = text.slice(from, to);
  if (!authority.includes(',')) return [{ from: from + authority.lastIndexOf('@') + 1, to }];
  // A password may hold a comma, unless each host has a user of its own.
  const at = authority.indexOf('@');
  let start = at >= 0 && at === authority.lastIndexOf('@') ? from + at + 1 : from;
  const found: Stretch[] = [];
  for (let stop = start; stop <= to; stop++) {
    if (stop < to && text[stop] !== ',') continue;
    const user = text.slice(start, stop).lastIndexOf('@');
    found.push({ from: start + user + 1, to: stop });
    start = stop + 1;
  }
  return found;
}

/** The end of what stands between the slashes and the path. Placeholders (`{{ host }}`, `<host>`) belong to it. */
function authorityEnd(text: string, from: number, scheme: string | undefined): number {
  let at = from;
  while (at < text.length) {
    const rest = text.slice(at, at + STRIDE).search(END);
    if (rest !== 0) {
      at = rest < 0 ? Math.min(at + STRIDE, text.length) : at + rest;
      continue;
    }
    const char = text[at] ?? '';
    if (char === '{' && text[at + 1] === '{') at = after(text, at, '}}') ?? at + 2;
    else if (char === '<' || char === '[') at = after(text, at, char === '<' ? '>' : ']') ?? text.length + at;
    else if (char === '\\' && scheme === 'sqlserver') at++;
    else break;
  }
  return at > text.length ? at - text.length : at;
}

/** What ends it, and what may begin a placeholder. */
const END = /[\s/?#"'`\\>(){}\];|^<[]/;

/** Longer than nearly every authority; a text may be long and hold many. */
const STRIDE = 60;

/** Placeholders and IPv6 addresses are short; a look that ends early keeps hostile texts cheap. */
const LONGEST = 80;

function after(text: string, at: number, close: string): number | undefined {
  const inside = text.slice(at, at + LONGEST);
  const end = inside.indexOf(close);
  const plain = close === '}}' || /^.[^\s/"'<]*$/.test(inside.slice(0, end));
  return end > 1 && plain ? at + end + close.length : undefined;
}

function schemeBefore(text: string, from: number, to: number): string | undefined {
  let at = to;
  while (at > from && belongsToScheme(text.charCodeAt(at - 1))) at--;
  const parts = text.slice(at, to).toLowerCase().split(':');
  const jdbc = parts.indexOf('jdbc');
  const written = jdbc < 0 ? parts.at(-1) : databaseOf(parts.slice(jdbc + 1));
  const scheme = written?.replace(/^[^a-z]+/, '');
  return scheme && !scheme.includes(UNKNOWN) ? scheme : undefined;
}

/** Letters, digits and `_+.:-`. Without a regular expression: every character before every URL is asked for. */
function belongsToScheme(code: number): boolean {
  // A digit or a colon; a letter of either case, as 32 lies between the two.
  if ((code >= 48 && code <= 58) || ((code | 32) >= 97 && (code | 32) <= 122)) return true;
  return code === 43 || code === 45 || code === 46 || code === 95 || code === UNKNOWN_CODE;
}

const UNKNOWN_CODE = UNKNOWN.charCodeAt(0);

/** `postgresql` of `jdbc:postgresql`, also under wrappers and variants: `jdbc:h2:tcp`, `jdbc:jtds:sqlserver`. */
function databaseOf(parts: readonly string[]): string | undefined {
  return parts.findLast(part => schemeDefault(part) !== undefined) ?? parts[0];
}

/** `turn:h:3478?transport=udp`, `sip:h:5060;transport=tcp`. */
function transportAfter(text: string, at: number): Protocols | undefined {
  if (text[at] !== '?' && text[at] !== ';') return undefined;
  const named = /^[?;]transport=(tcp|udp|tls)/i.exec(text.slice(at, at + 20))?.[1]?.toLowerCase();
  return named === undefined ? undefined : [named === 'udp' ? 'udp' : 'tcp'];
}
