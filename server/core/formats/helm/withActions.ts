import type { PortOccurrence } from '../../ports/occurrence.ts';
import { readKeyed } from '../../ports/read/setting.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import { goActions } from '../../syntax/goTemplate.ts';
import { type Mapped, slice, verbatim } from '../../text/mapped.ts';
import type { FormatFacts } from '../format.ts';
import { goLiterals } from './fillGoTemplate.ts';

/**
 * Adds to what is found in a file what the actions of its template say by themselves; a place that is known stays as it is.
 */
export function withActions(found: FormatFacts, text: string): FormatFacts {
  if (!text.includes('{{')) return found;
  const { occurrences = [] } = found;
  const known = new Set(occurrences.map(({ span }) => span.start));
  return { ...found, occurrences: [...occurrences, ...readActions(text).filter(({ span }) => !known.has(span.start))] };
}

/**
 * What the actions of a template say about ports: `{{- $port := .Values.port | default 8080 }}`,
 * `{{ include "app.probe" (dict "port" 8080) }}`, and the text of `{{ define "app.port" }}`.
 */
function readActions(text: string): readonly PortOccurrence[] {
  let defined = '';
  let last = 0;
  return goActions(text).flatMap(({ start, end, isStatement }) => {
    const inner = verbatim(text, { start: start + 2, end: end - 2 });
    const before = defined === '' ? [] : plainNumber(text, last, start).flatMap(number => settings(defined, number));
    const name = DEFINE.exec(inner.text)?.[1];
    if (name !== undefined) defined = name.slice(name.lastIndexOf('.') + 1);
    last = end;
    const given = isStatement || defined === '' ? [] : literals(inner).flatMap(literal => settings(defined, literal));
    return [...before, ...given, ...assigned(inner), ...entries(inner)];
  });
}

const DEFINE = /^-?\s*define\s+"([^"]*)"/;

/** `{{ printf "%s" "5432" }}` is a way to write a text. */
function literals(inner: Mapped): readonly Mapped[] {
  const [head = ''] = /^-?\s*printf\s+"%[sdv]"\s+/.exec(inner.text) ?? [];
  return goLiterals(slice(inner, head.length, inner.text.length));
}

/** All that stands between two actions, where it is a number. */
function plainNumber(text: string, from: number, to: number): readonly Mapped[] {
  const [, head = '', digits] = /^(\s*)(\d{1,5})\s*$/.exec(text.slice(from, Math.min(to, from + 80))) ?? [];
  if (digits === undefined || to > from + 80) return [];
  const start = from + head.length;
  return [verbatim(text, { start, end: start + digits.length })];
}

function assigned(inner: Mapped): readonly PortOccurrence[] {
  const [head = '', name] = /^-?\s*\$(\w+)\s*:?=\s*/.exec(inner.text) ?? [];
  if (name === undefined) return [];
  return goLiterals(slice(inner, head.length, inner.text.length)).flatMap(literal => settings(name, literal));
}

/** The entries of `dict "port" 8080` and `set . "port" 8080`. */
function entries(inner: Mapped): readonly PortOccurrence[] {
  if (!/\b(?:dict|set)\s/.test(inner.text)) return [];
  return [...inner.text.matchAll(/"([\w.-]+)"\s+(?:"(\d+)"|(\d+)(?![\w.]))/dg)].flatMap(({ 1: name = '', indices }) => {
    const place = indices?.[2] ?? indices?.[3];
    if (!place) return [];
    return settings(name, slice(inner, place[0], place[1]));
  });
}

function settings(name: string, literal: Mapped): readonly PortOccurrence[] {
  return readKeyed([name], literal).map(port =>
    settingOccurrence(port, { token: literal.span, namespace: { kind: 'unknown' }, path: [name] }),
  );
}
