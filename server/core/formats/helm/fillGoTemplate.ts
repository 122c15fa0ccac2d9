import { interpolate } from '../../ports/read/interpolate.ts';
import { fillPlaceholders, type PlaceholderForm } from '../../ports/read/placeholders.ts';
import { type GoAction, goActions } from '../../syntax/goTemplate.ts';
import { concat, type Mapped, opaque, originOf, slice, UNKNOWN, type Variable } from '../../text/mapped.ts';

/**
 * Puts the default of each action in its place, and `UNKNOWN` where it has none: `{{ .Values.port | default 8080 }}`,
 * `{{ ternary 443 80 .Values.tls }}`, `{{ printf "http://%s:8080" .Release.Name }}`. A statement becomes a blank, so that
 * both branches of an `if` in a line can be read. Also fills in `${PORT:-8080}`, which other tools put into manifests.
 * https://helm.sh/docs/chart_template_guide/functions_and_pipelines/
 */
export function fillGoTemplate(mapped: Mapped): Mapped {
  const { text } = mapped;
  const filled = text.includes('{{') ? fillActions(mapped) : mapped;
  // A text of many lines is a file of its own, with variables of its own.
  if (!text.includes('$') || text.includes('\n')) return filled;
  return interpolate(text.includes('$(') ? fillPlaceholders(filled, CONTAINER_VARIABLE) : filled, 'backslash');
}

/** `$(REDIS_HOST)`. https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/ */
const CONTAINER_VARIABLE: PlaceholderForm = { open: '$(', close: ')', read: name => ({ name }) };

function fillActions(mapped: Mapped): Mapped {
  const { text } = mapped;
  const parts: Mapped[] = [];
  let kept = 0;
  for (const action of goActions(text)) {
    parts.push(slice(mapped, kept, action.start), ...fillAction(mapped, action));
    kept = action.end;
  }
  if (parts.length === 0) return mapped;
  return concat([...parts, slice(mapped, kept, text.length)], mapped.span);
}

function fillAction(mapped: Mapped, { start, end, isStatement }: GoAction): readonly Mapped[] {
  const { span } = originOf(mapped, start, end);
  if (isStatement) return [opaque(' ', span)];
  const inner = slice(mapped, start + 2, end - 2);
  const name = NAME.exec(inner.text)?.[0] ?? inner.text.replace(/^-|-$/g, '').trim().slice(0, LONGEST_NAME);
  const found = goLiterals(inner);
  if (found.length === 0) return [opaque(UNKNOWN, span, [{ name, span, from: 'unknown' }])];
  return found.flatMap((literal, index) => [
    ...(index > 0 ? [opaque(' ', span)] : []),
    named(literal, { name, span, from: 'fallback' }),
  ]);
}

const LONGEST_NAME = 60;

/** `.Values.service.port`, `$port`, `include "app.port"`, and the `PORT` of `env "PORT"`. */
const NAME = /(?<=\benv ")\w+|\$?(?:\.\w[\w-]*)+|\$\w+|include "[^"\n]{1,60}"/;

/** What an expression gives if its variables say nothing; two where a condition chooses. */
export function goLiterals(inner: Mapped): readonly Mapped[] {
  // Most expressions are a name.
  if (!/["`\d]/.test(inner.text)) return [];
  const found = new Map<number, Mapped>();
  for (const pattern of FORMS) {
    for (const match of inner.text.matchAll(pattern)) {
      for (const place of match.indices?.slice(1) ?? []) {
        if (place && !found.has(place[0])) found.set(place[0], withVerbs(slice(inner, place[0], place[1]), pattern));
      }
    }
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, literal]) => literal);
}

const LITERAL = '(?:"([^"\\n]*)"|`([^`]*)`|(\\d+)(?![\\w.]))';
const PRINTF = /\bprintf\s+\(?"([^"\n]*)"/dg;
const FORMS: readonly RegExp[] = [
  new RegExp(`^-?\\s*(?:(?:quote|int|toString)\\s+)?${LITERAL}\\s*(?=\\||-?$)`, 'dg'),
  new RegExp(`\\bdefault\\s+(?:\\(\\s*\\w+\\s+)?${LITERAL}`, 'dg'),
  /\|\s*d(?:efault)?\(\s*["']?(\d+)(?![\w.])/dg,
  new RegExp(`\\bternary\\s+(?:\\(\\s*\\w+\\s+)?${LITERAL}`, 'dg'),
  new RegExp(`\\bternary\\s+(?:\\([^()]{0,200}\\)|"[^"\\n]*"|[\\w.$]{1,200})\\s+(?:\\(\\s*\\w+\\s+)?${LITERAL}`, 'dg'),
  /\b(?:or|coalesce)\s[^|"\n]{0,200}?[\s(](\d+)(?![\w.])/dg,
  PRINTF,
];

/** `%s` and `%d` of a format are what nobody can tell. */
function withVerbs(literal: Mapped, pattern: RegExp): Mapped {
  if (pattern !== PRINTF || !literal.text.includes('%')) return literal;
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: verb, index } of literal.text.matchAll(/%[\w.]/g)) {
    parts.push(slice(literal, kept, index), opaque(UNKNOWN, originOf(literal, index, index + verb.length).span));
    kept = index + verb.length;
  }
  return concat([...parts, slice(literal, kept, literal.text.length)], literal.span);
}

function named(mapped: Mapped, variable: Variable): Mapped {
  return {
    text: mapped.text,
    span: mapped.span,
    segments: mapped.segments.map(segment => ({ ...segment, variables: [variable, ...(segment.variables ?? [])] })),
  };
}
