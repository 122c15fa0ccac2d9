import type { PortOccurrence } from '../../ports/occurrence.ts';
import { readKeyed } from '../../ports/read/setting.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import { goActions } from '../../syntax/goTemplate.ts';
import { type Mapped, slice, verbatim } from '../../text/mapped.ts';
import { goLiterals } from './fillGoTemplate.ts';

/**
 * What the actions of a template say about ports by themselves: `{{- $port := .Values.port | default 8080 }}`,
 * `{{ include "app.probe" (dict "port" 8080) }}`.
 */
export function readActions(text: string): readonly PortOccurrence[] {
  return goActions(text).flatMap(({ start, end }) => {
    const inner = verbatim(text, { start: start + 2, end: end - 2 });
    return [...assigned(inner), ...given(inner)];
  });
}

function assigned(inner: Mapped): readonly PortOccurrence[] {
  const [head = '', name] = /^-?\s*\$(\w+)\s*:?=\s*/.exec(inner.text) ?? [];
  if (name === undefined) return [];
  return goLiterals(slice(inner, head.length, inner.text.length)).flatMap(literal => settings(name, literal));
}

/** The entries of `dict "port" 8080` and `set . "port" 8080`. */
function given(inner: Mapped): readonly PortOccurrence[] {
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
