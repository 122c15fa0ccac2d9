import { concat, fromVariable, type Mapped, opaque, originOf, slice, UNKNOWN } from '../../text/mapped.ts';

/** How a kind of file writes what is filled in later. */
export interface PlaceholderForm {
  readonly open: string;
  readonly close: string;
  /** What the text between them says. */
  read(inner: string): Placeholder;
}

export interface Placeholder {
  readonly name: string;
  /** Offsets in the text between `open` and `close`: what stands where the name has no value. */
  readonly fallback?: { readonly from: number; readonly to: number } | undefined;
  /** The other side of a choice, which is read behind a blank. */
  readonly otherwise?: { readonly from: number; readonly to: number } | undefined;
}

/**
 * Puts the default in the place of each expression, and `UNKNOWN` where it has none or nobody can tell. An expression may
 * lie in the default of another one.
 */
export function fillPlaceholders(mapped: Mapped, form: PlaceholderForm, depth = 0): Mapped {
  const { text } = mapped;
  const parts: Mapped[] = [];
  let kept = 0;
  for (let start = text.indexOf(form.open); start >= 0; start = text.indexOf(form.open, kept)) {
    const from = start + form.open.length;
    const to = closing(text, from, form);
    if (to < 0) break;
    const { name, fallback, otherwise } = form.read(text.slice(from, to));
    const { span } = originOf(mapped, start, to + form.close.length);
    const sides = [fallback, otherwise].flatMap(side => (side ? slice(mapped, from + side.from, from + side.to) : []));
    const blank = sides.length > 1 ? [opaque(' ', span)] : [];
    const word = sides[0] && depth < DEEPEST ? concat([sides[0], ...blank, ...sides.slice(1)], span) : undefined;
    const filled = word
      ? fromVariable(fillPlaceholders(word, form, depth + 1), { name, span, from: 'fallback' })
      : opaque(UNKNOWN, span, [{ name, span, from: 'unknown' }]);
    parts.push(slice(mapped, kept, start), filled);
    kept = to + form.close.length;
  }
  if (parts.length === 0) return mapped;
  return concat([...parts, slice(mapped, kept, text.length)], mapped.span);
}

/** Deeper nesting than anyone writes; a hostile text must not exhaust the stack. */
const DEEPEST = 10;

function closing(text: string, from: number, { open, close }: PlaceholderForm): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(close, at)) {
      if (--depth === 0) return at;
      at += close.length - 1;
    } else if (text.startsWith(open, at)) {
      depth++;
      at += open.length - 1;
    } else if (text[at] === '\n' && close.length === 1) return -1;
  }
  return -1;
}

/** What a pattern with the groups `name` and `fallback` finds; `d` flags give the place of the groups. */
function byPattern(pattern: RegExp, inner: string): Placeholder {
  const found = pattern.exec(inner);
  const place = found?.indices?.groups?.fallback;
  return {
    name: found?.groups?.name ?? inner.trim(),
    fallback: place && { from: place[0], to: place[1] },
  };
}

/** `${server.port:8080}` of Spring, Micronaut, Quarkus, JBoss and Logstash; Quarkus also nests. */
export const COLON_DEFAULT: PlaceholderForm = {
  open: '${',
  close: '}',
  read(inner) {
    const colon = inner.indexOf(':');
    // `${V:-8080}`, the shell's form, is read by some of them.
    const from = colon + (inner[colon + 1] === '-' ? 2 : 1);
    return colon < 0 ? { name: inner } : { name: inner.slice(0, colon), fallback: { from, to: inner.length } };
  },
};

/** `${{ env.PORT || 8080 }}`, `${{ matrix.tls && ' -p 8443' || '' }}`. https://docs.github.com/en/actions/concepts/workflows-and-actions/expressions */
export const ACTIONS_EXPRESSION: PlaceholderForm = {
  open: '${{',
  close: '}}',
  read(inner) {
    const chosen = byPattern(/&&\s{0,9}'(?<fallback>[^']{0,200})'\s{0,9}\|\|/d, inner);
    const { name, fallback } = byPattern(
      /^\s{0,9}(?<name>[\w.-]{1,200})(?:[^|]{0,200}\|\|\s{0,9}'?(?<fallback>[^'|]{0,200})'?\s{0,9}$)?/d,
      inner,
    );
    const last = [chosen.fallback, fallback].find(place => place && /\d/.test(inner.slice(place.from, place.to)));
    return { name, fallback: last };
  },
};

/**
 * `{{ .Values.port | default 8080 }}`, `{{ default 8080 .Values.port }}` (Go templates) and `{{ port | default(8080) }}`
 * (Jinja). https://helm.sh/docs/chart_template_guide/functions_and_pipelines/
 */
export const MUSTACHE: PlaceholderForm = {
  open: '{{',
  close: '}}',
  read(inner) {
    const behind = byPattern(
      /^-?\s*(?:int\s+)?(?<name>[$\w.[\]'"-]+)(?![$\w.[\]'"-])[^|]*\|\s*d(?:efault)?(?:\s+|\s*\(\s*)["']?(?<fallback>\d+)/d,
      inner,
    );
    if (behind.fallback) return behind;
    const before = byPattern(/^-?\s*default\s+["']?(?<fallback>\d+)["']?\s+\(?(?<name>[$\w.]+)/d, inner);
    return before.fallback ? before : byPattern(/^-?\s*(?<name>[$\w.]+)/d, inner);
  },
};

/** `{{ http_port | default(8080) }}`, `{{ lookup('env', 'URL') | default('http://web:8080', true) }}` of Jinja. */
export const JINJA: PlaceholderForm = {
  open: '{{',
  close: '}}',
  read(inner) {
    const { name } = byPattern(/^[-\s]{0,9}(?<name>[A-Za-z_][\w.]{0,200})/d, inner);
    const fallback = jinjaDefault(inner);
    return fallback ? { name, fallback } : { name, ...jinjaChoice(inner) };
  },
};

/** The first default that holds a digit: those before it are variables. */
function jinjaDefault(inner: string): Placeholder['fallback'] {
  const defaults = inner.matchAll(
    /\bd(?:efault)?\s{0,9}\(\s{0,9}(?:'([^']{1,300})'|"([^"]{1,300})"|\[([^\]]{1,300})\]|(\d{1,9})(?![\w.]))/dg,
  );
  for (const { indices } of defaults) {
    const place = digitsAt(inner, indices);
    if (place) return place;
  }
  return undefined;
}

/** A text or a number, alone or as what is chosen: `443 if tls else 80`, `'http://web:8080/' + path`. */
function jinjaChoice(inner: string): Pick<Placeholder, 'fallback' | 'otherwise'> {
  const first = /^\s{0,9}(?:'([^']{1,300})'|"([^"]{1,300})"|(\d{1,9}))(?=\s{0,9}(?:if\b|[+~|]|$))/d.exec(inner);
  const last = /\belse\s{1,9}(?:'([^']{1,300})'|"([^"]{1,300})"|(\d{1,9}))\s{0,9}$/d.exec(inner);
  const sides = [first, last].map(side => digitsAt(inner, side?.indices)).filter(side => side !== undefined);
  return { fallback: sides[0], otherwise: sides[1] };
}

function digitsAt(inner: string, indices: RegExpIndicesArray | undefined): Placeholder['fallback'] {
  const place = indices?.slice(1).find(group => group !== undefined);
  return place && /\d/.test(inner.slice(...place)) ? { from: place[0], to: place[1] } : undefined;
}

/** `<%= ENV['PORT'] || 5432 %>`, `<%= ENV.fetch("REDIS_URL") { "redis://cache:6379" } %>` of ERB. */
export const ERB: PlaceholderForm = {
  open: '<%',
  close: '%>',
  read: inner =>
    byPattern(
      /(?:ENV(?:\.fetch)?[[(]['"])?(?<name>[A-Z][A-Z\d_]{0,200})['"]?[\])]?(?:\s{0,9}(?:\|\||,|\)?\s{0,9}\{)\s{0,9}['"]?(?<fallback>\d+|(?<=['"])[^'"]{1,300}))?/d,
      inner,
    ),
};

/** `{$PORT:8080}` and `{env.PORT}`. https://caddyserver.com/docs/caddyfile/concepts#environment-variables */
export const CADDY_PLACEHOLDER: PlaceholderForm = {
  open: '{$',
  close: '}',
  read: COLON_DEFAULT.read,
};

/** `${var.port}`, `${Port}`: an expression of a language, whose default stands elsewhere. */
export const BRACED_EXPRESSION: PlaceholderForm = { open: '${', close: '}', read: inner => ({ name: inner.trim() }) };

/** `"http://{}:8080".format(host)`, `{0}`, `{name}`. https://docs.python.org/3/library/string.html#format-string-syntax */
export const FORMAT_FIELD: PlaceholderForm = { open: '{', close: '}', read: inner => ({ name: inner }) };
