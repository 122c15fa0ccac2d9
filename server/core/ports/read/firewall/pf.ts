import { asProtocol, type Protocols } from '../../../../../registry/port.ts';
import { append } from '../../../text/append.ts';
import { slice } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { settingWords } from '../settingName.ts';
import { type Rule, rulePorts } from './rulePort.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The rules and macros of pf. https://man.openbsd.org/pf.conf */
export function readPf(tokens: readonly Token[]): readonly CommandPort[] {
  const macros = usedAsPorts(tokens);
  const found: CommandPort[] = [];
  let rule: Rule = ANY;
  let isSent = false;
  let depth = 0;
  for (const [at, { text, quoted }] of tokens.entries()) {
    if (quoted) continue;
    // A list goes on over the lines; a block of rules begins with the end of its line.
    if (text === '{') depth += tokens[at + 1]?.text === '\n' ? 0 : 1;
    else if (text === '}') depth = Math.max(0, depth - 1);
    else if (text === '\n') {
      if (depth === 0) [rule, isSent] = [ANY, false];
    } else if (text === 'pass' || text === 'block')
      rule = { role: text === 'pass' ? 'allow' : 'deny', protocols: undefined };
    else if (text === 'proto') rule = { ...rule, protocols: protocolsAt(tokens, at + 1) };
    else if (SENDS.has(text)) isSent = true;
    else if (text === 'port') append(found, readPorts(tokens, at + 1, isSent ? { ...rule, role: 'forward' } : rule));
    else if (text === '=' && isMacro(tokens, at, macros)) append(found, readPorts(tokens, at + 1, ANY));
  }
  return found;
}

const ANY: Rule = { role: 'allow', protocols: undefined };
const SENDS: ReadonlySet<string> = new Set(['->', 'rdr-to', 'nat-to', 'binat-to', 'divert-to']);

/** Macros that stand behind `port`, without the dollar sign. */
function usedAsPorts(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [at, { text }] of tokens.entries()) {
    if (text !== 'port') continue;
    let next = at + 1;
    while (/^(?:[!=<>]=?|[{,\n]|[\w:-]+|\$\w+)$/.test(tokens[next]?.text ?? '') && next < at + 30) {
      const word = tokens[next]?.text ?? '';
      if (word.startsWith('$')) names.add(word.slice(1));
      if (tokens[at + 1]?.text !== '{' && /^[\w$]/.test(word)) break;
      next++;
    }
  }
  return names;
}

/** `web_ports = "{ 80, 443 }"` at the start of a line. */
function isMacro(tokens: readonly Token[], at: number, used: ReadonlySet<string>): boolean {
  const name = tokens[at - 1]?.text ?? '';
  if ((tokens[at - 2]?.text ?? '\n') !== '\n' || !/^\w+$/.test(name)) return false;
  return used.has(name) || settingWords(name).some(word => word === 'port' || word === 'ports');
}

/** `80`, `= 80`, `{ 22, 80 }`, `8000:8010`, `1023 >< 2000`; a macro's value stands in quotes. */
function readPorts(tokens: readonly Token[], from: number, rule: Rule): readonly CommandPort[] {
  let at = from;
  while (/^[!=<>]=?$/.test(tokens[at]?.text ?? '')) at++;
  const first = tokens[at];
  if (!first || first.text === '\n') return [];
  if (first.quoted) {
    const inner = tokensOf(slice(first.mapped, 0, first.text.length)).tokens;
    return inner.flatMap(token => rulePorts(token.mapped, rule));
  }
  const found: CommandPort[] = [];
  if (first.text !== '{') {
    append(found, rulePorts(first.mapped, rule));
    const last = /^(?:><|<>)$/.test(tokens[at + 1]?.text ?? '') ? tokens[at + 2] : undefined;
    return last ? [...found, ...rulePorts(last.mapped, rule)] : found;
  }
  for (at++; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.text === '}') break;
    append(found, rulePorts(token.mapped, rule));
  }
  return found;
}

/** `tcp`, `{ tcp udp }` */
function protocolsAt(tokens: readonly Token[], from: number): Protocols | undefined {
  const words = tokens[from]?.text === '{' ? tokens.slice(from + 1, from + 6) : tokens.slice(from, from + 1);
  const end = words.findIndex(({ text }) => text === '}');
  const [first, ...rest] = words.slice(0, end < 0 ? undefined : end).flatMap(({ text }) => asProtocol(text) ?? []);
  return first && [first, ...rest];
}
