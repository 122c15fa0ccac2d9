import { asProtocol, type Protocols } from '../../../../../registry/port.ts';
import { append } from '../../../text/append.ts';
import type { CommandPort } from '../commandValue.ts';
import { settingWords } from '../settingName.ts';
import { readElements, type Types } from './nftElements.ts';
import { type Rule, rulePorts, targetPort } from './rulePort.ts';
import type { Token } from './tokens.ts';

/** The rules, sets and definitions of nftables. https://wiki.nftables.org/wiki-nftables/index.php/Main_Page */
export function readNft(tokens: readonly Token[]): readonly CommandPort[] {
  const known: Known = { sets: setTypes(tokens), variables: usedAsPorts(tokens) };
  const found: CommandPort[] = [];
  let types: Types = NO_TYPES;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? '';
    if (word === 'define' || word === 'redefine') append(found, readDefinition(tokens, at, known));
    else if (word === 'type' || word === 'typeof') types = typesOf(tokens, at + 1);
    else if (word === 'elements' && tokens[at + 1]?.text === '=')
      append(found, readElements(tokens, at + 2, types, OPEN));
    else if (word === 'element') append(found, readAdded(tokens, at, known));
    else if (PORTS.has(word) && tokens[at - 2]?.text !== 'typeof') append(found, readMatch(tokens, at));
    else if (word === 'to' && isSent(tokens, at)) append(found, readTarget(tokens, at));
  }
  return found;
}

const PORTS: ReadonlySet<string> = new Set(['dport', 'sport', 'proto-dst', 'proto-src']);
const OPEN: Rule = { role: 'allow', protocols: undefined };
const NO_TYPES: Types = { keys: [], values: [] };

interface Known {
  /** What the elements of a set or map are, by its name. */
  readonly sets: ReadonlyMap<string, Types>;
  /** Variables that stand behind `dport`, without the dollar sign. */
  readonly variables: ReadonlySet<string>;
}

/** `set web { type inet_service; …`: which parts of its elements are ports. */
function setTypes(tokens: readonly Token[]): ReadonlyMap<string, Types> {
  const sets = new Map<string, Types>();
  let name = '';
  for (const [at, { text }] of tokens.entries()) {
    if ((text === 'set' || text === 'map') && !PORTS.has(tokens[at - 1]?.text ?? '')) name = nameBefore(tokens, at);
    else if ((text === 'type' || text === 'typeof') && name !== '') {
      sets.set(name, typesOf(tokens, at + 1));
      name = '';
    }
  }
  return sets;
}

/** The last word before the brace: `set inet filter web {`. */
function nameBefore(tokens: readonly Token[], at: number): string {
  for (let next = at + 1; next <= at + 4; next++) {
    const brace = tokens[next]?.text;
    if (brace === '{') return tokens[next - 1]?.text ?? '';
    if (brace === undefined || brace === '\n') return '';
  }
  return '';
}

function usedAsPorts(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [at, { text }] of tokens.entries()) {
    if (!PORTS.has(text)) continue;
    for (let next = at + 1; next < at + 40; next++) {
      const word = tokens[next]?.text ?? '}';
      if (word.startsWith('$')) names.add(word.slice(1));
      else if (!/^(?:[{,\n]|[!=<>]=?|[\d-]+|\w+)$/.test(word) || VERDICTS.has(word)) break;
      if (word !== '{' && word !== ',' && tokens[at + 1]?.text !== '{' && !/^[!=<>]/.test(word)) break;
    }
  }
  return names;
}

const VERDICTS: ReadonlySet<string> = new Set(['accept', 'drop', 'reject', 'counter', 'log', 'jump', 'goto', 'return']);

/** `inet_service . ipv4_addr : verdict`, `tcp dport : ip daddr`: one entry for each part. */
function typesOf(tokens: readonly Token[], from: number): Types {
  const keys: boolean[] = [false];
  const values: boolean[] = [false];
  let current = keys;
  for (let at = from; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? '';
    if (word === ';' || word === '\n' || word === '}' || word === 'flags') break;
    if (word === '.') current.push(false);
    else if (word === ':') current = values;
    else if (word === 'inet_service' || PORTS.has(word)) current[current.length - 1] = true;
  }
  return { keys, values };
}

function readAdded(tokens: readonly Token[], at: number, { sets }: Known): readonly CommandPort[] {
  const name = nameBefore(tokens, at);
  const brace = tokens.findIndex((token, index) => index > at && token.text === '{');
  if (name === '') return [];
  const isNamed = settingWords(name).some(word => word === 'port' || word === 'ports');
  return readElements(tokens, brace, sets.get(name) ?? { keys: [isNamed], values: [] }, OPEN);
}

/** `define web = { 80, 443 }` */
function readDefinition(tokens: readonly Token[], at: number, { variables }: Known): readonly CommandPort[] {
  const name = tokens[at + 1]?.text ?? '';
  const words = settingWords(name);
  if (tokens[at + 2]?.text !== '=' || !(variables.has(name) || words.includes('port') || words.includes('ports')))
    return [];
  return readElements(tokens, at + 3, { keys: [true], values: [] }, OPEN);
}

/** `tcp dport 22`, `udp sport != { 53, 5353 }`, `ip saddr . tcp dport { 10.0.0.1 . 22 }`, `tcp dport vmap { 22 : accept }` */
function readMatch(tokens: readonly Token[], at: number): readonly CommandPort[] {
  const protocols = protocolsOf(tokens[at - 1]?.text ?? '');
  const { before, next } = concatenated(tokens, at);
  let from = next;
  while (/^(?:[!=<>]=?|eq|ne|lt|gt|le|ge|vmap|map|set|in)$/.test(tokens[from]?.text ?? '')) from++;
  if (tokens[from]?.text === '.') return [];
  const rule: Rule = { role: verdict(tokens, from), protocols };
  const isMap = tokens[from - 1]?.text === 'map' && sends(tokens, at);
  const keys = [...Array<boolean>(before).fill(false), true];
  return readElements(tokens, from, { keys, values: isMap ? [true, true] : [] }, rule);
}

/** How many parts of a concatenation stand before, and what follows its last one. */
function concatenated(tokens: readonly Token[], at: number): { readonly before: number; readonly next: number } {
  let before = 0;
  for (let back = at - 2; tokens[back]?.text === '.'; back -= 3) before++;
  let next = at + 1;
  while (tokens[next]?.text === '.') next += 3;
  return { before, next };
}

/** What the rule does with what it matches, to the end of its line. */
function verdict(tokens: readonly Token[], from: number): Rule['role'] {
  let depth = 0;
  for (let at = from; at < Math.min(tokens.length, from + 400); at++) {
    const word = tokens[at]?.text;
    if (word === '{') depth++;
    else if (word === '}' && --depth < 0) break;
    else if (depth === 0 && (word === '\n' || word === ';')) break;
    else if (depth === 0 && (word === 'drop' || word === 'reject')) return 'deny';
  }
  return 'allow';
}

/** Whether the statement around sends packets elsewhere, so that the values of its maps are ports. */
function sends(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back > at - 20; back--) {
    const word = tokens[back]?.text ?? '\n';
    if (word === '\n' || word === ';') return false;
    if (SENDERS.has(word)) return true;
  }
  return false;
}

const SENDERS: ReadonlySet<string> = new Set(['dnat', 'snat', 'redirect', 'masquerade', 'tproxy']);

function isSent(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return SENDERS.has(before) || (/^ip6?$/.test(before) && SENDERS.has(tokens[at - 2]?.text ?? ''));
}

/** `dnat to 10.0.0.1:8080`, `redirect to :8080` */
function readTarget(tokens: readonly Token[], at: number): readonly CommandPort[] {
  const next = tokens[at + 1];
  if (!next || next.text === '\n') return [];
  const rule: Rule = { role: 'forward', protocols: statementProtocols(tokens, at) };
  const map = mapBehind(tokens, at + 1);
  if (map >= 0) return readElements(tokens, map, { keys: [], values: [true, true] }, rule);
  // Of `to : 8080` and `to 10.0.0.1 : 8080` the colon is a word of its own.
  const colon = [next, tokens[at + 2]].findIndex(token => token?.text === ':');
  const apart = colon < 0 ? undefined : tokens[at + colon + 2];
  return apart ? rulePorts(apart.mapped, rule) : targetPort(next.mapped, rule);
}

/** The brace of `to numgen inc mod 2 map { 0 : 4040 }`; a map by ports is read where they stand. */
function mapBehind(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + 12; at++) {
    const word = tokens[at]?.text ?? '\n';
    if (word === '\n' || word === ';' || PORTS.has(word)) return -1;
    if (word === 'map') return tokens[at + 1]?.text === '{' ? at + 1 : -1;
  }
  return -1;
}

function statementProtocols(tokens: readonly Token[], at: number): Protocols | undefined {
  for (let back = at; back >= 0 && back > at - 60; back--) {
    const word = tokens[back]?.text ?? '\n';
    if (word === '\n' || word === ';') return undefined;
    const protocols = protocolsOf(word);
    if (protocols) return protocols;
  }
  return undefined;
}

function protocolsOf(word: string): Protocols | undefined {
  const protocol = asProtocol(word);
  return protocol && [protocol];
}
