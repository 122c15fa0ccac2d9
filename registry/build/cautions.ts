import type { Caution, Remark } from '../entry.ts';
import { overlaps, type PortRange, readRange, showRange } from '../port.ts';
import { CAUTION_KINDS, CAUTION_SYSTEMS } from '../rows/cautionRow.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { type JsonLine, jsonLines } from './jsonLines.ts';

/** `cautions.jsonl`: sorted by kind (in the order of `CAUTION_KINDS`), then by first port. */
export function readCautions(name: string, text: string, report: (message: string) => void): readonly Caution[] {
  const read: Caution[] = [];
  for (const line of jsonLines(name, text, report)) {
    const caution = parseCaution(line, report);
    if (caution === undefined) continue;
    const last = read.at(-1);
    if (last !== undefined && order(caution) < order(last)) report(`${line.place}: not sorted by kind, then by port`);
    if (read.some(other => isSame(other, caution))) report(`${line.place}: stands already: ${caution.text}`);
    read.push(caution);
  }
  return read;
}

/** `remarks.jsonl`: sorted by port. */
export function readRemarks(name: string, text: string, report: (message: string) => void): readonly Remark[] {
  let last = 0;
  const texts = new Set<string>();
  return jsonLines(name, text, report).flatMap(line => {
    const fields = fieldsOf(line, ['ports', 'text', 'source', 'seen'], report);
    const ports = fields.ports();
    const words = fields.text('text');
    const source = fields.url(line.value.source);
    const seen = fields.date('seen');
    if (!ports || !words || !source || !seen) return [];
    if (ports.first < last) fields.problem('not sorted by port');
    if (texts.has(`${showRange(ports)} ${words}`)) fields.problem('stands already');
    last = ports.first;
    texts.add(`${showRange(ports)} ${words}`);
    return [{ ports, text: words, source, seen }];
  });
}

function parseCaution(line: JsonLine, report: (message: string) => void): Caution | undefined {
  const fields = fieldsOf(line, ['kind', 'ports', 'protocols', 'system', 'text', 'source', 'seen'], report);
  const kind = fields.oneOf(
    'kind',
    CAUTION_KINDS.filter(each => each !== 'unauthorized-use'),
  );
  const ports = portsOf(line.value.ports, fields);
  const protocols = fields.protocols();
  const system = line.value.system === undefined ? undefined : fields.oneOf('system', CAUTION_SYSTEMS);
  const text = fields.text('text');
  const source = fields.url(line.value.source);
  const seen = fields.date('seen');
  const isAboutSystem = kind === 'system-claimed' || kind === 'ephemeral';
  if (kind && isAboutSystem !== (system !== undefined)) fields.problem(`${kind} and system do not go together`);
  if (!kind || !protocols || !text || !source || !seen || ports.length === 0) return undefined;
  return { kind, ports, protocols, ...(system === undefined ? {} : { system }), text, source, seen };
}

/** `[5000, 7000, "30000-32767"]`, sorted and apart from each other. */
function portsOf(value: unknown, fields: Fields): readonly PortRange[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const ranges = items.flatMap(item => {
    const range = typeof item === 'number' || typeof item === 'string' ? readRange(`${item}`) : undefined;
    return range !== undefined && (typeof item === 'number') === (range.first === range.last) ? [range] : [];
  });
  const sorted = ranges.every((range, index) => index === 0 || range.first > (ranges[index - 1]?.last ?? 0));
  if (items.length === 0 || ranges.length < items.length || !sorted)
    fields.problem(`ports must be a sorted list like [5000, "6000-6063"], not ${JSON.stringify(value)}`);
  return ranges;
}

function order({ kind, ports }: Caution): number {
  return CAUTION_KINDS.indexOf(kind) * 65536 + (ports[0]?.first ?? 0);
}

/** A port is misused in several ways, but of every other kind there is one caution for it and a system. */
function isSame(a: Caution, b: Caution): boolean {
  return (
    a.kind === b.kind &&
    a.system === b.system &&
    (a.kind !== 'abuse' || a.text === b.text) &&
    a.protocols.some(protocol => b.protocols.includes(protocol)) &&
    a.ports.some(range => b.ports.some(other => overlaps(range, other)))
  );
}
