import { asProtocol, type Protocols } from '../../../../registry/port.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { type Address, isLoopback, readAddress } from '../address.ts';
import { readImage } from '../image.ts';
import type { Confidence, PortRole } from '../occurrence.ts';
import { faultOf } from '../value.ts';
import { readConnection } from './connection.ts';
import { readDsn } from './dsn.ts';
import { listItems, readHostPort, readHostPorts } from './hostPort.ts';
import { readMapping } from './mapping.ts';
import { type NetworkPort, networkPort, portEnd, type Stretch } from './networkPort.ts';
import { readPort } from './port.ts';
import { LONGEST_NAME, namesPort, roleByName, type SettingKind, settingKind, settingWords } from './settingName.ts';
import { readUrls } from './url.ts';

/** A port that a `KEY=VALUE` names, and what its name makes of it. */
export interface SettingPort extends NetworkPort {
  readonly role: PortRole;
  readonly confidence: Confidence;
}

/**
 * What an environment variable, a `.env` line, an `ENV` or an `ARG` says about ports. `value` has its variables filled in,
 * unknown ones as `UNKNOWN`.
 */
export function readSetting(name: string, value: Mapped, extraWords?: ReadonlySet<string>): SettingPort[] {
  if (!mayHoldPort(name, value.text)) return [];
  const words = settingWords(name);
  return readOfKind(settingKind(words, extraWords), words, value);
}

/**
 * The same for a value whose name is a path of keys, the outermost first (`['spring', 'redis', 'port']`): the last key
 * tells what the value is, and all of them whose it is.
 */
export function readKeyed(keys: readonly string[], value: Mapped, extraWords?: ReadonlySet<string>): SettingPort[] {
  const own = keys.at(-1) ?? '';
  if (!mayHoldPort(own, value.text)) return [];
  const words = settingWords(own);
  const kind = settingKind(words, extraWords);
  // `ports: {http: 8080}`: a number alone is what the key around says.
  const isNamed =
    kind === 'other' &&
    /^\d{1,5}$/.test(value.text) &&
    settingWords(keys.at(-2) ?? '').at(-1) === 'ports' &&
    !words.some(word => LIMITS.has(word));
  // Nothing is found in such a value under a name that promises nothing.
  if (kind === 'other' && !isNamed && !/[:;(=]/.test(value.text)) return [];
  const around = keys.slice(-4, -1).flatMap(settingWords);
  return readOfKind(isNamed ? 'port' : kind, [...around, ...words], value);
}

/** What describes a port or bounds a list of them: `name: "4000"`, `maxItems: 16` in the schema of one. */
const LIMITS: ReadonlySet<string> = new Set(
  'name id protocol max min maximum minimum items length properties count timeout priority weight interval size'.split(
    ' ',
  ),
);

function readOfKind(kind: SettingKind, words: readonly string[], value: Mapped): SettingPort[] {
  // The most frequent of all, which no other reader has to look at.
  if ((kind === 'port' || kind === 'open') && /^\d{1,5}$/.test(value.text)) return readNumbers(value, words);
  const urls = readUrls(value);
  const json = urls.length === 0 && /^\s*[[{]/.test(value.text) ? readJsonPorts(value) : [];
  if (json.length > 0) return json.map(port => dialled(port, words, false));
  if (kind === 'connection') return readConnection(value, urls).map(port => dialled(port, words, urls.length > 0));
  if (urls.length > 0) return urls.map(port => dialled(port, words, true));
  if (kind === 'port' || kind === 'open') return readNumbers(value, words);
  if (kind === 'image') return readRegistry(value, words);
  return kind === 'address' ? readAddresses(value, words) : readOther(value, words);
}

/** `[{"host": "db", "port": 9042}]` */
function readJsonPorts(value: Mapped): NetworkPort[] {
  return [...value.text.matchAll(/"(?:\w{1,40}_)?port"\s{0,9}:\s{0,9}"?(\d{1,5})(?![\w.])/gi)].flatMap(
    ({ 0: all, 1: digits = '', index }) => {
      const to = index + all.length;
      return networkPort(value, { from: to - digits.length, to }) ?? [];
    },
  );
}

/** Most settings are words, switches and secrets: a look at their first and their special characters tells. */
function mayHoldPort(name: string, text: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  if (/\d/.test(text)) return /^[\s\d\uFFFC"']|[:=(;,]|\/(?:tcp|udp)\//.test(text);
  return text.includes(UNKNOWN) && (text.includes(':') || /port|listen|bind/i.test(name));
}

function dialled(port: NetworkPort, words: readonly string[], isUrl: boolean): SettingPort {
  // `http://+:8080` and `http://*:8080` are what .NET listens on; no client can dial them.
  const named = port.host === '+' || port.host === '*' ? 'listen' : roleByName(words);
  const isListener = named === 'listen' || named === 'advertise';
  const role = isListener ? named : words.includes('healthcheck') ? 'probe' : 'connect';
  // The scheme of a listener is a name of the user's own (Kafka), and such listeners speak TCP.
  const protocols = port.protocols ?? (isListener ? TCP_ONLY : undefined);
  return settingPort(port, role, protocols ?? protocolsByName(words), isUrl ? 'certain' : 'likely');
}

/** Written out, as spreading objects costs several times as much. */
function settingPort(
  port: NetworkPort,
  role: PortRole,
  protocols: Protocols | undefined,
  confidence: Confidence,
): SettingPort {
  const { value, span, editable, expression, variable, host, hostSpan, scheme } = port;
  return { value, span, editable, expression, variable, host, hostSpan, scheme, protocols, role, confidence };
}

const TCP_ONLY: Protocols = ['tcp'];

/** `8080`, `3000-3010`, `80,443`, `53/udp`, `8080:80`; a word among them makes the value something else, but in a list. */
function readNumbers(mapped: Mapped, words: readonly string[]): SettingPort[] {
  const items = listItems(mapped.text);
  const found = items.map(item => [...readNumber(mapped, item, words), ...readAddressAt(mapped, item, words)]);
  const isList = words.includes('ports');
  if (!isList && found.some(ports => ports.length === 0)) return [];
  return found.flat();
}

function readNumber(mapped: Mapped, { from, to }: Stretch, words: readonly string[]): SettingPort[] {
  const { text } = mapped;
  const role = roleByName(words) ?? 'listen';
  const written = text.slice(from, to);
  // Firewalls write ranges so: `firewall_allowed_ports: ["8000:8010"]`.
  if (role === 'allow' && /^\d{1,5}:\d{1,5}$/.test(written))
    return [settingPort(readPort(mapped, from, to, ':'), role, protocolsByName(words), 'likely')];
  if (written.includes(':') && MAPPING.test(written)) return readPublished(mapped, { from, to });
  const end = portEnd(text, from, to);
  if (end < 0) return [];
  if (end === to) return numberAt(mapped, { from, to }, words, role);
  const protocol = text[end] === '/' ? asProtocol(text.slice(end + 1, to)) : undefined;
  return protocol ? numberAt(mapped, { from, to: end }, words, role, [protocol]) : [];
}

/** `8080:80`, `127.0.0.1:8443:443/tcp`: what Docker publishes. */
const MAPPING =
  /^(?:(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-fA-F:]+\]):)?\d{1,5}(?:-\d{1,5})?:\d{1,5}(?:-\d{1,5})?(?:\/\w+)?$/;

function readPublished(mapped: Mapped, { from, to }: Stretch): SettingPort[] {
  const { host, container, binding, protocols } = readMapping(mapped, from, to);
  const address = binding.span && { host: showHost(binding.address), hostSpan: binding.span };
  return [
    ...(host ? [{ ...host, ...address, protocols, role: 'publish', confidence: 'likely' } as const] : []),
    ...(container ? [{ ...container, protocols, role: 'target', confidence: 'likely' } as const] : []),
  ];
}

function showHost(address: Address): string {
  return address.kind === 'ip' ? address.ip : address.kind === 'any' && address.family === 6 ? '::' : '0.0.0.0';
}

function numberAt(
  mapped: Mapped,
  at: Stretch,
  words: readonly string[],
  role: PortRole,
  protocols: Protocols | undefined = protocolsByName(words),
): SettingPort[] {
  const port = networkPort(mapped, at, undefined, undefined, protocols);
  if (!port) return [];
  const fault = faultOf(port.value);
  const isImpossible = fault !== undefined;
  // Longer numbers are no slip of the finger: something else has the name of a port.
  if (fault?.reason === 'out-of-range' && (!namesPort(words) || fault.text.length > 6 || isBound(fault.text, words)))
    return [];
  return [settingPort(port, role, port.protocols, isImpossible ? 'certain' : 'likely')];
}

/** `MAX_PORT=65536`: the first number that is none. */
function isBound(number: string, words: readonly string[]): boolean {
  return number === '65536' && words.some(word => BOUNDS.has(word));
}

const BOUNDS: ReadonlySet<string> = new Set('max maximum end last high highest upper limit stop to top'.split(' '));

function protocolsByName(words: readonly string[]): Protocols | undefined {
  if (words.includes('udp')) return words.includes('tcp') ? ['tcp', 'udp'] : ['udp'];
  if (words.some(word => word === 'statsd' || word === 'tftp')) return ['udp'];
  const tcp = words.some(word => TCP.has(word)) || roleByName(words) === 'connect';
  return tcp ? ['tcp'] : undefined;
}

const TCP: ReadonlySet<string> = new Set('tcp http https web ssl tls ssh grpc ws wss websocket smtp jmx'.split(' '));

function readAddresses(mapped: Mapped, words: readonly string[]): SettingPort[] {
  return listItems(mapped.text).flatMap(item => readAddressAt(mapped, item, words));
}

function readAddressAt(mapped: Mapped, item: Stretch, words: readonly string[]): SettingPort[] {
  const port = readHostPort(mapped, item);
  if (!port) return [];
  const address = readAddress(port.host ?? UNKNOWN);
  // `pathlen:3` is a pair of something else.
  if (address.kind === 'host' && /:\d$/.test(mapped.text.slice(item.from, item.to))) return [];
  const named = roleByName(words);
  // `KAFKA_ADDR=0.0.0.0:9092`: only the broker itself has a use for every address. Go dials `:6379`.
  const isOwn = named === 'connect' && address.kind === 'any' && port.host !== '';
  const role = isOwn ? 'listen' : (named ?? roleByAddress(address, words));
  return [settingPort(port, role, port.protocols ?? protocolsByName(words), 'likely')];
}

/** `REGISTRY=localhost:5000`, `IMAGE=localhost:5000/app:1`: what stands before the slash; a tag is no port. */
function readRegistry(mapped: Mapped, words: readonly string[]): SettingPort[] {
  const isAlone = words.some(word => word.startsWith('regist')) && !mapped.text.includes('/');
  const { registryPort } = readImage(isAlone ? `${mapped.text}/` : mapped.text);
  if (!registryPort) return [];
  const { at, length } = registryPort;
  const port = networkPort(mapped, { from: at, to: at + length }, { from: 0, to: at - 1 }, undefined, ['tcp']);
  return port ? [{ ...port, role: 'registry', confidence: 'likely' }] : [];
}

/** Nobody dials every address; a loopback address is bound by what is called a server's own address. */
function roleByAddress(address: Address, words: readonly string[]): PortRole {
  if (address.kind === 'any') return 'listen';
  const isOwn = words.some(word => OWN.has(word)) && !words.includes('servers') && !words.includes('endpoint');
  return isLoopback(address) && isOwn ? 'listen' : 'connect';
}

const OWN: ReadonlySet<string> = new Set('addr address http https server web metrics admin grpc debug port'.split(' '));

/** A name that promises nothing: only what can hardly be anything but an address of this machine or a data source. */
function readOther(mapped: Mapped, words: readonly string[]): SettingPort[] {
  const { text } = mapped;
  // Without a promise, `retention.ms:604800000;partitions:1` is as good a list as `a:9092;b:9092`.
  const named = /[;(]|port=/i.test(text) ? readDsn(mapped) : [];
  if (named.length > 0) return named.map(port => dialled(port, words, false));
  // `Redis: cache:6379`, `KAFKA=k1:9092,k2:9092`: what is called after a server alone may be where it is.
  const isServer =
    (roleByName(words.slice(-1)) === 'connect' && SERVERS.test(text.trim())) || namesMachines(text.trim());
  const isShort = text.trim().length < 60;
  return readHostPorts(mapped)
    .filter(port => isServer || (isShort && LOCAL.test(port.host ?? '')) || /^:\d{3,5}$/.test(text))
    .map(port => ({
      ...port,
      role: roleByName(words) ?? roleByAddress(readAddress(port.host ?? ''), words),
      confidence: 'likely',
    }));
}

/** Not `mssql:2022` and `redis:7`, which are images. */
const SERVERS = /^[A-Za-z][\w.-]*:(?!20\d\d$)\d{4,5}(?:,[A-Za-z][\w.-]*:\d{4,5})*$/;

/** `cache-1:11222; cache-2:11223`: names of machines have numbers, dots or hyphens, and their ports four digits or more. */
function namesMachines(text: string): boolean {
  const found = text.split(/[;,]\s?/).map(item => /^([a-z][\w.-]*):\d{4,5}$/i.exec(item)?.[1] ?? '');
  return found.length > 1 && found.every(host => /[\d.-]/.test(host));
}

const LOCAL = /^(?:localhost|host\.docker\.internal|\d+\.\d+\.\d+\.\d+|[\da-f:]{0,40}::[\da-f:]{0,40})$/i;
