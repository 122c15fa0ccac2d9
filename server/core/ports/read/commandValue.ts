import { asProtocol, type Protocol, type Protocols } from '../../../../registry/port.ts';
import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import type { Span } from '../../text/span.ts';
import { type Binding, EVERYWHERE, readAddress } from '../address.ts';
import type { Confidence, Namespace, Owner, PortRole } from '../occurrence.ts';
import { faultOf, type PortText } from '../value.ts';
import { readHostPorts } from './hostPort.ts';
import { readMapping } from './mapping.ts';
import type { NetworkPort } from './networkPort.ts';
import { readPort } from './port.ts';
import { readUrls } from './url.ts';
import { writtenBinding } from './writtenBinding.ts';

/** A port in the arguments of a command. */
export interface CommandPort extends PortText {
  readonly role: PortRole;
  /** The word that it stands in, without quotes. */
  readonly token: Span;
  readonly confidence: Confidence;
  readonly protocols?: Protocols | undefined;
  readonly protocolSpan?: Span | undefined;
  readonly binding?: Binding | undefined;
  readonly host?: string | undefined;
  readonly scheme?: string | undefined;
  /** `id` is the offset of the mapping, and so unique in the document. */
  readonly mapping?: { readonly id: number; readonly side: 'publish' | 'target' } | undefined;
  /** Only where it is another one than that of the command itself: the two sides of `docker run -p`. */
  readonly namespace?: Namespace | undefined;
  readonly owner?: Owner | undefined;
}

/** A port, a `host:port`, or a URL: `8080`, `:8080`, `8080/udp`, `tcp://db:5432`. */
export function readPlace(word: Mapped, role: PortRole, protocol?: Protocol): readonly CommandPort[] {
  const implied: { protocols?: Protocols } = protocol ? { protocols: [protocol] } : {};
  const [, digits = '', transport] = NUMBER.exec(word.text) ?? [];
  if (digits !== '') {
    const port = onlyWord(readPort(word, 0, digits.length, '-'), word, role);
    return isNumber(port) ? [{ ...port, ...implied, ...protocolOf(transport) }] : [];
  }
  // An option of ssh.
  const named = /^port[=\s]\s?(?=\d+$)/i.exec(word.text)?.[0].length;
  if (named !== undefined) return [onlyWord(readPort(word, named), word, role)];
  // Oracle's: `user/password@//db:1521/service`.
  const easy = word.text.lastIndexOf('@//');
  if (easy >= 0) return readPlace(slice(word, easy + 3, word.text.length), role, protocol);
  // The form of SQL Server: `db,1433`.
  const comma = /^(?:tcp:)?[A-Za-z][\w.\\-]*,(?=\d{1,5}$)/.exec(word.text)?.[0].length;
  if (comma !== undefined) {
    const host = word.text.slice(word.text.startsWith('tcp:') ? 4 : 0, comma - 1);
    return [{ ...onlyWord(readPort(word, comma), word, role), host }];
  }
  const isTyped = /^(?:tcp|udp)6?:(?!\/\/)/i.test(word.text);
  if (isTyped) return readSocat(word).map(port => ({ ...port, role }));
  const found = word.text.includes('://') ? readUrls(word) : readHostPorts(word);
  return found.map(port => {
    const place = fromNetwork(port, word, role);
    return place.protocols ? place : { ...place, ...implied };
  });
}

const NUMBER = new RegExp(`^(-?\\d+(?:-\\d+)?|\\d*${UNKNOWN}\\d*)(?:/(\\w+))?$`);

/** What a reader of URLs, settings or `host:port` found, as a part of a command. */
export function fromNetwork(port: NetworkPort, word: Mapped, role: PortRole): CommandPort {
  const { host, hostSpan, ...rest } = port;
  // `http://+:8080` and `http://*:8080` are what .NET listens on; no client can dial them.
  const isWildcard = host === '+' || host === '*';
  const common: CommandPort = { ...rest, role: isWildcard ? 'listen' : role, token: word.span, confidence: 'likely' };
  if (common.role !== 'listen') return host ? { ...common, host } : common;
  return { ...common, ...optional('binding', writtenBinding(port)) };
}

/** `-p 127.0.0.1:8080:80` of `docker run`, or `published=8080,target=80` of `docker service create`. */
export function readPublish(word: Mapped, container: Owner | undefined): readonly CommandPort[] {
  if (word.text.includes('target=') || word.text.includes('published=')) return readKeyed(word, container);
  const mapping = readMapping(word);
  const common = { token: word.span, confidence: 'certain', protocols: mapping.protocols } as const;
  const protocolSpan = mapping.protocolSpan && { protocolSpan: mapping.protocolSpan };
  const paired = mapping.host !== undefined && mapping.container !== undefined;
  const found: CommandPort[] = [];
  if (mapping.host && isNumber(mapping.host))
    found.push({
      ...mapping.host,
      ...common,
      ...protocolSpan,
      ...onHost(container),
      binding: mapping.binding,
      ...(paired && { mapping: { id: mapping.span.start, side: 'publish' } }),
    });
  if (mapping.container && isNumber(mapping.container))
    found.push({
      ...mapping.container,
      ...common,
      ...protocolSpan,
      ...inContainer(container),
      ...(paired && { mapping: { id: mapping.span.start, side: 'target' } }),
    });
  return found;
}

function readKeyed(word: Mapped, container: Owner | undefined): readonly CommandPort[] {
  const protocols = protocolOf(/\bprotocol=(\w+)/.exec(word.text)?.[1] ?? 'tcp');
  const common = { token: word.span, confidence: 'certain', ...protocols } as const;
  const sides = [...word.text.matchAll(/\b(published|target)=([^,]+)/g)];
  return sides.flatMap(({ 0: all, 1: key = '', 2: text = '', index }): readonly CommandPort[] => {
    const port = readPort(word, index + all.length - text.length, index + all.length, '-');
    if (!isNumber(port)) return [];
    const side = key === 'target' ? 'target' : 'publish';
    const place = side === 'target' ? inContainer(container) : { ...onHost(container), binding: EVERYWHERE };
    return [{ ...port, ...common, ...place, ...(sides.length === 2 && { mapping: { id: word.span.start, side } }) }];
  });
}

function onHost(owner: Owner | undefined): Pick<CommandPort, 'role' | 'namespace' | 'owner'> {
  return { role: 'publish', namespace: { kind: 'host' }, ...(owner && { owner }) };
}

export function inContainer(owner: Owner | undefined): Pick<CommandPort, 'role' | 'namespace' | 'owner'> {
  const namespace: Namespace = owner ? { kind: 'container', id: owner.name } : { kind: 'unknown' };
  return { role: 'target', namespace, ...(owner && { owner }) };
}

/** `[bind:]port:host:hostport` of `ssh -L` and `-R`, `[bind:]port` of `-D`. */
export function readTunnel(word: Mapped): readonly CommandPort[] {
  const fields = [...word.text.matchAll(/\[[^[\]]*\]|[^:[\]]+/g)].map(field =>
    slice(word, field.index, field.index + field[0].length),
  );
  const numbers = fields.map(field => /^\d+$/.test(field.text) || field.text === UNKNOWN);
  const own = numbers[0] ? 0 : numbers[1] ? 1 : -1;
  const mine = fields[own];
  if (!mine) return [];
  const bind = own === 1 ? fields[0] : undefined;
  const binding: Binding | undefined = bind && { address: readAddress(bind.text), span: bind.span };
  const host = fields[own + 1];
  const theirs = numbers[own + 2] ? fields[own + 2] : undefined;
  const found: CommandPort[] = [
    { ...onlyWord(readPort(mine), word, 'forward'), protocols: ['tcp'], ...optional('binding', binding) },
  ];
  if (host && theirs)
    found.push({
      ...onlyWord(readPort(theirs), word, 'connect'),
      protocols: ['tcp'],
      host: host.text.replace(/[[\]]/g, ''),
    });
  return found;
}

/** `80,443,8000-8100`, `tcp:80,udp:53`, `:3000`, `example.com:443:127.0.0.1`: every whole number. */
export function readPortList(word: Mapped, role: PortRole): readonly CommandPort[] {
  return [...word.text.matchAll(/(?<![\w.-])\d{1,5}(?:-\d{1,5})?(?![\w.-])/g)].map(({ 0: digits, index }) =>
    onlyWord(readPort(word, index, index + digits.length, '-'), word, role),
  );
}

/** `8080:80`, `8080`, `:80` and `8443:https` of `kubectl port-forward`. */
export function readForward(word: Mapped): readonly CommandPort[] {
  const [form, local = '', remote] = /^(\d*)(?::(\d+|[a-z][\w-]{0,62}))?$/.exec(word.text) ?? [];
  if (form === undefined) return [];
  const found: CommandPort[] = [];
  const common = { protocols: ['tcp'] } as const;
  if (local !== '') found.push({ ...onlyWord(readPort(word, 0, local.length), word, 'forward'), ...common });
  if (remote !== undefined && /^\d/.test(remote))
    found.push({ ...onlyWord(readPort(word, form.length - remote.length), word, 'connect'), ...common });
  return found;
}

/** An address of socat, `TCP-LISTEN:8080,fork` or `TCP:db:5432`, and what adb and wait-on write like it: `tcp:8080`. */
export function readSocat(word: Mapped): readonly CommandPort[] {
  const [, type = '', listens, host, port = ''] = SOCAT.exec(word.text) ?? [];
  if (port === '') return [];
  const at = type.length + (listens?.length ?? 0) + 1 + (host?.length ?? 0);
  const found = onlyWord(readPort(word, at, at + port.length), word, listens ? 'listen' : 'connect');
  return [{ ...found, ...protocolOf(/^udp/i.test(type) ? 'udp' : 'tcp'), ...(host && { host: host.slice(0, -1) }) }];
}

const SOCAT = /^(tcp[46]?|udp[46]?|openssl|ssl)(-l|-listen|-recvfrom|-recv)?:([\w.-]+:|\[[^\]]*\]:)?(\d+)(?![\w.])/i;

export function onlyWord(port: PortText, word: Mapped, role: PortRole): CommandPort {
  return { ...port, role, token: word.span, confidence: 'likely' };
}

function isNumber(port: PortText): boolean {
  return faultOf(port.value)?.reason !== 'malformed';
}

export function protocolOf(text: string | undefined): { readonly protocols?: Protocols } {
  const protocol = text === undefined ? undefined : asProtocol(text);
  return protocol ? { protocols: [protocol] } : {};
}
