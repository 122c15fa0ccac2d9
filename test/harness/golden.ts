import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DocumentFacts, Fault } from '../../server/core/facts/document.ts';
import type { Format } from '../../server/core/formats/format.ts';
import { readDocument } from '../../server/core/formats/read.ts';
import { FORMATS } from '../../server/core/formats/recognise.ts';
import { showAddress } from '../../server/core/ports/address.ts';
import { type PortOccurrence, showNamespace } from '../../server/core/ports/occurrence.ts';
import type { PortValue } from '../../server/core/ports/value.ts';
import type { Span } from '../../server/core/text/span.ts';

/** A file as users have it, below `test/fixtures/<format>/`; what must be found is drawn beside it in `<file>.ports`. */
export interface Fixture {
  /** `dotenv/laravel.env` */
  readonly name: string;
  readonly text: string;
  readonly format: Format;
  readonly sidecar: string;
}

const ROOT = join(import.meta.dirname, '../fixtures');

export function fixtures(): readonly Fixture[] {
  return FORMATS.flatMap(format => {
    const folder = join(ROOT, format.id);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.ports'))
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => ({
        name: path.slice(ROOT.length + 1).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
        format,
        sidecar: `${path}.ports`,
      }));
  });
}

/** The facts of a fixture, under a path that is the same on every machine. */
export function readFixture(fixture: Fixture, text: string = fixture.text): DocumentFacts {
  return readDocument({ path: `/${fixture.name}`, text }, fixture.format);
}

/** What the sidecar should say and what it says; with `UPDATE=1` it is written first. */
export function golden(fixture: Fixture): { readonly actual: string; readonly expected: string } {
  const actual = draw(basename(fixture.name), readFixture(fixture));
  if (process.env.UPDATE === '1') writeFileSync(fixture.sidecar, actual);
  const expected = existsSync(fixture.sidecar)
    ? readFileSync(fixture.sidecar, 'utf8')
    : 'no sidecar: run with UPDATE=1\n';
  return { actual, expected: expected.replaceAll('\r\n', '\n') };
}

/** The lines that hold something, each followed by carets and words. */
export function draw(name: string, facts: DocumentFacts): string {
  // Ids are unique and no more; drawn, the mappings are counted.
  const mappings = [...new Set(facts.occurrences.map(({ mapping }) => mapping?.id))].filter(id => id !== undefined);
  const notes = [
    ...facts.occurrences.map(occurrence => ({
      span: occurrence.span,
      words: showOccurrence(occurrence, mappings.indexOf(occurrence.mapping?.id ?? -1) + 1),
    })),
    ...facts.faults.map(fault => ({ span: fault.span, words: showFault(fault) })),
    ...facts.syntaxErrors.map(error => ({ span: error.span, words: `? ${error.message}` })),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const width = `${facts.lines.count()}`.length;
  const drawn: string[] = [`# ${name}`];
  let last = -1;
  for (const { span, words } of notes) {
    const line = facts.lines.position(span.start).line;
    const text = lineText(facts, line);
    if (line !== last) drawn.push(`${`${line + 1}`.padStart(width)} | ${text}`.trimEnd());
    last = line;
    drawn.push(`${' '.repeat(width)} | ${carets(text, span, facts.lines.start(line))} ${words}`);
  }
  return `${drawn.join('\n')}\n`;
}

function lineText(facts: DocumentFacts, line: number): string {
  return facts.text.slice(facts.lines.start(line), facts.lines.start(line + 1)).replace(/[\r\n]+$/, '');
}

/** `|` for an empty place, `…` where the span goes on in the next line. */
function carets(text: string, span: Span, lineStart: number): string {
  const from = span.start - lineStart;
  const indent = text.slice(0, from).replace(/[^\t]/g, ' ');
  if (span.start === span.end) return `${indent}|`;
  const inLine = Math.max(1, Math.min(span.end - lineStart, text.length) - from);
  return `${indent}${'^'.repeat(inLine)}${span.end - lineStart > text.length ? '…' : ''}`;
}

function showOccurrence(occurrence: PortOccurrence, mapping: number): string {
  const { role, value, protocols, binding, host, scheme, owner, namespace } = occurrence;
  const parts = [`${role} ${showValue(value)}${protocols ? `/${protocols.join('+')}` : ''}`];
  if (binding?.span) parts.push(`on ${showAddress(binding.address)}`);
  if (host !== undefined) parts.push(`at ${host === '' ? 'no host' : host.replaceAll('\uFFFC', '…')}`);
  if (scheme !== undefined) parts.push(`by ${scheme.replaceAll('\uFFFC', '…')}`);
  if (mapping > 0) parts.push(`mapping ${mapping}`);
  if (owner) parts.push(`${owner.kind} ${owner.name}${owner.image === undefined ? '' : ` (${owner.image})`}`);
  if (namespace.kind !== 'unknown') parts.push(`in ${showNamespace(namespace)}`);
  if (!occurrence.editable) parts.push('not editable');
  return [...parts, occurrence.confidence].join(', ');
}

function showValue(value: PortValue): string {
  if (value.kind === 'range')
    return value.range.first === value.range.last ? `${value.range.first}` : `${value.range.first}-${value.range.last}`;
  if (value.kind === 'name') return `"${value.name}"`;
  if (value.kind === 'invalid') return `!${value.reason} ${JSON.stringify(value.text)}`;
  return `$${value.name}${value.fallback ? ` default ${showValue(value.fallback)}` : ''}`;
}

function showFault(fault: Fault): string {
  const fix = fault.fix ? ` -> ${JSON.stringify(fault.fix.newText)} (${fault.fix.safety})` : '';
  return `! ${fault.rule}/${fault.message}${fault.severity ? ` as ${fault.severity}` : ''}${fix}`;
}
