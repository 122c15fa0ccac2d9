import type { Fault } from '../../facts/document.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { type Mapping, readMapping, showSides } from '../../ports/read/mapping.ts';
import { faultOf } from '../../ports/value.ts';
import type { Instruction } from '../../syntax/dockerfile.ts';
import { splitWords, unquote } from '../../syntax/dockerWords.ts';
import { type Mapped, originOf, slice, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import type { Collector } from './collector.ts';
import type { StageReading } from './stages.ts';

/**
 * `EXPOSE 80 443/udp 8000-8010 $PORT`, as BuildKit reads it: a word may also be a whole mapping, of which only the
 * container's side counts. https://docs.docker.com/reference/dockerfile/#expose
 */
export function collectExpose(found: Collector, stage: StageReading, instruction: Instruction): void {
  const { args, keywordSpan } = instruction;
  const place: Place = { found, stage };
  if (args.text === '') fault(place, { message: 'empty', span: keywordSpan });
  // Marks of a template engine: what stands there is known only when it has run.
  const isTemplate = /\{\{|\}\}|\{%|%\}|%%|<%|%>|^@\w+@$/.test(args.text);
  for (const { start, length } of splitWords(args, found.escapeChar)) {
    const written = slice(args, start, start + length);
    if (written.text.startsWith('#')) {
      collectComment(place, args, start);
      return;
    }
    const word = interpolate(unquote(written, found.escapeChar), 'backslash');
    if (isTemplate && !/^\d/.test(word.text)) continue;
    for (const part of splitCommas(place, word)) collectWord(place, part, written.text);
  }
}

interface Place {
  readonly found: Collector;
  readonly stage: StageReading;
}

function fault({ found, stage }: Place, what: Omit<Fault, 'rule' | 'path'> & Partial<Pick<Fault, 'rule'>>): void {
  found.faults.push({ rule: 'malformed-port', ...what, path: ['stages', stage.name, 'EXPOSE'] });
}

/** A comment must have a line of its own; here Docker takes each of its words for a port. */
function collectComment(place: Place, args: Mapped, start: number): void {
  const before = args.text.slice(0, start).trimEnd().length;
  const comment = slice(args, start, args.text.length);
  const blanks = originOf(args, before, start);
  fault(place, {
    message: 'comment',
    span: comment.span,
    data: { text: comment.text },
    ...(blanks.exact && {
      fix: {
        title: 'Remove the comment',
        span: { start: blanks.span.start, end: comment.span.end },
        newText: '',
        safety: 'suggested',
      },
    }),
  });
}

/** Words are separated by blanks; commas are no part of the grammar. */
function splitCommas(place: Place, word: Mapped): readonly Mapped[] {
  const { text } = word;
  const first = text.indexOf(',');
  if (first < 0) return [word];
  const origin = originOf(word, first, first + 1);
  const isTrailing = first === text.length - 1;
  const isLone = origin.exact && text.indexOf(',', first + 1) < 0;
  fault(place, {
    message: 'comma',
    span: isLone ? origin.span : word.span,
    data: { text },
    ...(isLone && {
      fix: {
        title: isTrailing ? 'Remove the comma' : 'Write a blank in place of the comma',
        span: origin.span,
        newText: isTrailing ? '' : ' ',
        safety: 'safe',
      },
    }),
  });
  const parts: Mapped[] = [];
  let from = 0;
  for (let at = first; at >= 0; at = text.indexOf(',', from)) {
    if (from < at) parts.push(slice(word, from, at));
    from = at + 1;
  }
  if (from < text.length) parts.push(slice(word, from, text.length));
  return parts;
}

/** `written` is what holds it, with its variables. */
function collectWord(place: Place, word: Mapped, written: string): void {
  const { found, stage } = place;
  const index = found.exposed.get(stage) ?? 0;
  found.exposed.set(stage, index + 1);
  const path = ['stages', stage.name, 'EXPOSE', index];
  if (word.text === '') {
    fault(place, { message: 'empty', span: word.span });
    return;
  }
  const mapping = readMapping(word);
  for (const { kind, span, text } of mapping.faults) {
    const isLesser = kind !== 'missing' && mapping.container === undefined;
    if (isLesser || text.includes(UNKNOWN)) continue;
    if (kind === 'unequal')
      fault(place, {
        rule: 'unequal-port-ranges',
        message: kind,
        span,
        data: { ...showSides(mapping), program: 'Docker' },
      });
    else
      fault(place, {
        message: MESSAGES[kind],
        span,
        data: { text: text === '' ? word.text : text, program: 'Docker' },
      });
    // The rest of the word is no better: `tcp/8080`.
    if (kind !== 'unequal') break;
  }
  const { container } = mapping;
  if (!container || faultOf(container.value)?.reason === 'malformed') return;
  const host = faultOf(mapping.host?.value);
  if (host && host.reason !== 'malformed') {
    fault(place, { message: 'number', span: mapping.host?.span ?? word.span, data: { text: host.text } });
  } else if (word.text.includes(':') && mapping.faults.length === 0) {
    warnOfMapping(place, word, mapping, container.span.start, written);
  }
  reportCapitals(place, word, mapping);
  const isProtocol = !mapping.faults.some(({ kind }) => kind === 'protocol');
  found.occurrences.push({
    ...container,
    token: originOf(word, 0, word.text.length).span,
    role: 'expose',
    namespace: stage.namespace,
    protocols: isProtocol ? mapping.protocols : undefined,
    ...(isProtocol && optional('protocolSpan', mapping.protocolSpan)),
    owner: stage.owner,
    path,
    confidence: 'certain',
  });
}

/** BuildKit's check ExposeProtoCasing. https://docs.docker.com/reference/build-checks/expose-proto-casing/ */
function reportCapitals(place: Place, word: Mapped, { protocols, protocolSpan: span }: Mapping): void {
  const written = word.text.slice(word.text.lastIndexOf('/') + 1);
  const lower = written.toLowerCase();
  if (!protocols || !span || written === lower) return;
  if (!['tcp', 'udp', 'sctp'].includes(lower)) return;
  const isExact = span.end - span.start === lower.length;
  fault(place, {
    rule: 'protocol-case',
    message: 'upper',
    span,
    data: { text: written, lower },
    ...(isExact && { fix: { title: `Write ${lower}`, span, newText: lower, safety: 'safe' } }),
  });
}

const MESSAGES = {
  address: 'address',
  container: 'number',
  host: 'number',
  protocol: 'protocol',
  missing: 'empty',
} as const;

/** BuildKit's check ExposeInvalidFormat: the host's side is dropped. https://docs.docker.com/reference/build-checks/expose-invalid-format/ */
function warnOfMapping(place: Place, word: Mapped, mapping: Mapping, containerStart: number, written: string): void {
  const colon = word.text.lastIndexOf(':');
  const host = originOf(word, 0, colon + 1);
  const text = word.text.includes(UNKNOWN) ? written : word.text;
  const container = /:((?:\$\{[^}]{0,200}\}|[^:{}])*)$/.exec(text)?.[1] ?? text;
  fault(place, {
    message: 'mapping',
    span: mapping.span,
    data: { text, container },
    severity: 'warning',
    ...(host.exact &&
      host.span.end <= containerStart && {
        fix: { title: `Expose ${container}`, span: host.span, newText: '', safety: 'safe' },
      }),
  });
}
