import type { Evidence, IsoDate } from '../entry.ts';
import { asProtocol, type PortRange, type Protocol, type Protocols, readRange } from '../port.ts';
import { isoDate } from './isoDate.ts';
import type { JsonLine } from './jsonLines.ts';

/** Reads the fields of one line. What is wrong goes to `problem` with its place; the answer is then undefined. */
export interface Fields {
  text(key: string): string | undefined;
  optional(key: string): string | undefined;
  texts(key: string): readonly string[];
  flag(key: string): boolean;
  count(key: string): number;
  ports(): PortRange | undefined;
  protocols(): Protocols | undefined;
  oneOf<T extends string>(key: string, values: readonly T[]): T | undefined;
  date(key: string): IsoDate | undefined;
  url(url: unknown): string | undefined;
  problem(message: string): void;
}

export function fieldsOf(line: JsonLine, allowed: readonly string[], report: (message: string) => void): Fields {
  const { value, place } = line;
  const problem = (message: string): void => report(`${place}: ${message}`);
  for (const key of Object.keys(value)) if (!allowed.includes(key)) problem(`unknown key ${JSON.stringify(key)}`);
  if (/[\w.+-]+@[\w-]+\.\w/.test(JSON.stringify(value))) problem('an e-mail address');
  const isText = (item: unknown): item is string =>
    typeof item === 'string' && item !== '' && !/\s{2}|[\t\n]/.test(item);
  const fields: Fields = {
    problem,
    text(key) {
      const text = value[key];
      if (isText(text)) return text;
      problem(`${key} must be a text on one line`);
      return undefined;
    },
    optional: key => (value[key] === undefined ? undefined : fields.text(key)),
    texts(key) {
      const list = value[key] ?? [];
      if (Array.isArray(list) && list.every(isText) && new Set(list).size === list.length) return list;
      problem(`${key} must be a list of different texts`);
      return [];
    },
    flag(key) {
      if (value[key] !== undefined && value[key] !== true) problem(`${key} must be true or left out`);
      return value[key] === true;
    },
    count(key) {
      const count = value[key] ?? 0;
      if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
      problem(`${key} must be a count`);
      return 0;
    },
    ports() {
      const { ports } = value;
      const range = typeof ports === 'number' || typeof ports === 'string' ? readRange(`${ports}`) : undefined;
      const plain = range === undefined || (typeof ports === 'number') === (range.first === range.last);
      if (range === undefined || !plain) problem(`ports must be 5432 or "6881-6891", not ${JSON.stringify(ports)}`);
      return range;
    },
    protocols() {
      const names = fields.texts('protocols');
      const [first, ...more] = names.flatMap((name): readonly Protocol[] => {
        const protocol = asProtocol(name);
        return protocol === name ? [protocol] : [];
      });
      if (first !== undefined && more.length + 1 === names.length) return [first, ...more];
      problem(`protocols must name tcp, udp, sctp or dccp, not ${JSON.stringify(value.protocols)}`);
      return undefined;
    },
    oneOf(key, values) {
      const found = values.find(name => name === value[key]);
      if (found === undefined) problem(`${key} must be one of ${values.join(', ')}, not ${JSON.stringify(value[key])}`);
      return found;
    },
    date(key) {
      const date = isoDate(typeof value[key] === 'string' ? value[key] : '');
      if (date === undefined) problem(`${key} must be a date like 2026-11-21, not ${JSON.stringify(value[key])}`);
      return date;
    },
    url(url) {
      if (typeof url === 'string' && /^https?:\/\/[\w.-]+\.[a-z]{2,}(?::\d+)?\/\S*$/i.test(url)) return url;
      problem(`not a URL: ${JSON.stringify(url)}`);
      return undefined;
    },
  };
  return fields;
}

/** At least one piece of evidence, or undefined. */
export function someEvidence(
  evidence: readonly Evidence[],
  fields: Fields,
): readonly [Evidence, ...Evidence[]] | undefined {
  const [first, ...more] = evidence;
  if (first !== undefined) return [first, ...more];
  fields.problem('no evidence');
  return undefined;
}
