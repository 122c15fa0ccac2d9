import type { Protocols } from '../../../../../registry/port.ts';
import { type Mapped, originOf, UNKNOWN } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { readPort } from '../port.ts';

/** What the rest of a rule says of its ports. */
export interface Rule {
  readonly role: 'allow' | 'deny' | 'forward';
  readonly protocols: Protocols | undefined;
}

/**
 * Ports of a firewall's rule: `22`, `22,80`, `8000:8010`, `8000-8010`. Of an open range (`1024:`) and of one with a name
 * (`ssh:1024`) it is the number that is written.
 */
export function rulePorts(word: Mapped, rule: Rule, from = 0, to: number = word.text.length): CommandPort[] {
  const found: CommandPort[] = [];
  for (const { 0: item, index } of word.text.slice(from, to).matchAll(ITEM)) {
    const separator = /[:-]/.exec(item)?.[0];
    if (item.length <= 11) found.push(rulePort(word, rule, from + index, from + index + item.length, separator));
  }
  return found;
}

const ITEM = new RegExp(
  `(?<![\\w.${UNKNOWN}])(?:\\d{1,9}(?:[:-]\\d{1,9})?|\\d*${UNKNOWN}\\d*)(?![\\w.${UNKNOWN}])`,
  'g',
);

/** The port between two offsets of a word. */
export function rulePort(
  word: Mapped,
  { role, protocols }: Rule,
  from: number,
  to: number,
  separator?: string,
): CommandPort {
  const token = originOf(word, from, to).span;
  return { ...readPort(word, from, to, separator), role, protocols, token, confidence: 'certain' };
}

/** The port of `10.0.0.1:8080`, `[fe80::1]:8080-8090`, `:8080`: where a rule sends to. */
export function targetPort(word: Mapped, rule: Rule): CommandPort[] {
  const { text } = word;
  const colon = text.lastIndexOf(':');
  const isAddress = text.indexOf(':') === colon || text[colon - 1] === ']';
  const [digits = ''] = DIGITS.exec(text.slice(colon + 1)) ?? [];
  if (colon < 0 || !isAddress || digits === '') return [];
  return [rulePort(word, { ...rule, role: 'forward' }, colon + 1, colon + 1 + digits.length, '-')];
}

const DIGITS = new RegExp(`^(?:\\d{1,9}(?:-\\d{1,9})?|${UNKNOWN})(?![\\w.])`);
