import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Place, SURE } from '../../../registry/place.ts';
import { asProtocol } from '../../../registry/port.ts';
import { committedRegistry } from '../committed.ts';
import { portOf } from '../portOf.ts';

const registry = committedRegistry();

/** One line of `places.tsv`. */
interface Row {
  readonly line: string;
  readonly kind: string;
  readonly port: number;
  readonly place: Place;
  /** None: nobody is sure. */
  readonly expected: readonly string[];
}

const ROWS: readonly Row[] = readFileSync(new URL('places.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(readRow);

function readRow(line: string): Row {
  const [kind = '', lookup = '', place = '', expected = ''] = line.split('\t');
  const [number = '', transport = ''] = lookup.split('/');
  const parts = new Map(place.split('; ').map(part => part.split('=', 2) as [string, string]));
  const all = (...names: readonly string[]): readonly string[] => names.flatMap(name => parts.get(name) ?? []);
  const inside = parts.get('inside');
  return {
    line: line.replaceAll('\t', ' '),
    kind,
    port: Number(number),
    place: {
      protocol: asProtocol(transport),
      image: parts.get('image'),
      inside: inside === undefined ? undefined : portOf(Number(inside)),
      names: all('name', 'host'),
      variables: all('var'),
      keys: all('key'),
      scheme: parts.get('scheme'),
      format: parts.get('format'),
      role: parts.get('role'),
    },
    expected: expected === '-' ? [] : expected.split('|'),
  };
}

function isRight({ port, place, expected }: Row): boolean {
  const [first] = registry.likely(portOf(port), place);
  if (expected.length === 0) return first === undefined || first.score < SURE;
  return first !== undefined && expected.includes(first.software);
}

/** At least this share is right, of every kind. docs/ranking.md says what was measured. */
const FLOORS: Readonly<Record<string, number>> = {
  number: 0.9,
  crowded: 0.8,
  'none sure': 0.9,
  image: 0.95,
  runtime: 0.8,
  name: 0.9,
  variable: 0.9,
  url: 0.95,
  format: 0.9,
  role: 0.9,
  transport: 0.85,
};

test('there are places enough', () => assert.ok(ROWS.length >= 200));

for (const [kind, floor] of Object.entries(FLOORS)) {
  test(`likely by ${kind}`, context => {
    const rows = ROWS.filter(row => row.kind === kind);
    const wrong = rows.filter(row => !isRight(row));
    const said = wrong.map(row => {
      const shown = registry.likely(portOf(row.port), row.place).slice(0, 3);
      return `${row.line} → ${shown.map(({ software, score, reasons }) => `${software} ${score.toFixed(0)} (${reasons.join(', ')})`).join('; ')}`;
    });
    context.diagnostic(`${rows.length - wrong.length} of ${rows.length}`);
    assert.ok(1 - wrong.length / rows.length >= floor, said.join('\n'));
    for (const line of said) context.diagnostic(line);
  });
}

test('every kind is measured', () => {
  assert.deepEqual(
    ROWS.filter(({ kind }) => !(kind in FLOORS)).map(({ line }) => line),
    [],
  );
});

test('names that every object of JavaScript has are names as any other', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const place: Place = {
      image: `example/${name}`,
      names: [name],
      variables: [name],
      scheme: name,
      format: name,
      role: name,
    };
    assert.ok(Array.isArray(registry.likely(portOf(8080), place)));
  }
});
