import { type Mapped, opaque, verbatim } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';

export interface JustDefault {
  readonly name: string;
  readonly nameSpan: Span;
  /** The one string of the expression, without quotes. */
  readonly value: Mapped;
  /** The variable whose default the string is: `env_var_or_default("PORT", "8080")`. */
  readonly fallbackOf?: string;
  /** False where the expression makes more of it: `"a" + b`. */
  readonly plain: boolean;
}

/** A line at the margin of a justfile. */
export interface JustHeader {
  readonly defaults: readonly JustDefault[];
  readonly recipe: string | undefined;
  readonly comment: Span | undefined;
}

interface Word {
  readonly kind: 'name' | 'string' | 'mark';
  readonly text: string;
  readonly span: Span;
  readonly value?: Mapped;
}

/** `port := "8080"`, `export PORT := '1'`, `serve port="8080" *args: build`. */
export function readDefaults(text: string, line: Span): JustHeader {
  const { words, comment } = readWords(text, line);
  const assigns = words.findIndex(
    (word, index) => index < MOST_MODIFIERS && word.text === ':=' && word.kind === 'mark',
  );
  if (assigns > 0) {
    const name = words[assigns - 1];
    const isSetting = words[0]?.text === 'set' || words[0]?.text === 'alias';
    const defaults = name && !isSetting ? readExpression(name, words.slice(assigns + 1)) : [];
    return { defaults, recipe: undefined, comment };
  }
  const colon = words.findIndex(({ kind, text: mark }) => kind === 'mark' && mark === ':');
  const recipe = words.find(({ kind }) => kind === 'name');
  if (colon < 0 || !recipe) return { defaults: [], recipe: undefined, comment };
  const header = words.slice(0, colon);
  const defaults = header.flatMap((word, index) => {
    const name = header[index - 1];
    if (word.kind !== 'mark' || word.text !== '=' || name?.kind !== 'name') return [];
    const rest = header.slice(index + 1, index + LONGEST);
    const next = rest.findIndex(({ text: mark, kind }) => kind === 'mark' && mark === '=');
    return readExpression(name, next < 0 ? rest : rest.slice(0, next - 1));
  });
  return { defaults, recipe: recipe.text, comment };
}

/** `export`, `[private]`. */
const MOST_MODIFIERS = 6;
/** In words. */
const LONGEST = 12;

function readExpression(name: Word, words: readonly Word[]): readonly JustDefault[] {
  const strings = words.filter(({ kind }) => kind === 'string');
  const call = words[0]?.kind === 'name' && words[1]?.text === '(' ? words[0].text : undefined;
  const isLookup = call !== undefined && /^env(?:_var_or_default)?$/.test(call) && strings.length >= 2;
  const [first, second] = strings;
  const chosen = isLookup ? second : call === undefined ? first : undefined;
  if (!chosen?.value) return [];
  const fallbackOf = isLookup ? first?.value?.text : undefined;
  const plain = isLookup || !words.some(({ kind, text }) => kind === 'mark' && (text === '+' || text === '/'));
  return [
    {
      name: name.text,
      nameSpan: name.span,
      value: chosen.value,
      plain,
      ...(fallbackOf === undefined ? {} : { fallbackOf }),
    },
  ];
}

function readWords(
  text: string,
  { start, end }: Span,
): { readonly words: readonly Word[]; readonly comment: Span | undefined } {
  const words: Word[] = [];
  const source = text.slice(start, end);
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    const from = start + at;
    if (char === ' ' || char === '\t') at++;
    else if (char === '#') return { words, comment: { start: from, end } };
    else if (char === '"' || char === "'") {
      const { value, length } = readString(text, from, end);
      words.push({ kind: 'string', text: '', span: { start: from, end: from + length }, value });
      at += length;
    } else {
      NAME.lastIndex = at;
      const name = NAME.exec(source)?.[0];
      const shown = name ?? (source.startsWith(':=', at) ? ':=' : char);
      words.push({
        kind: name === undefined ? 'mark' : 'name',
        text: shown,
        span: { start: from, end: from + shown.length },
      });
      at += shown.length;
    }
  }
  return { words, comment: undefined };
}

const NAME = /[A-Za-z_][\w-]*/y;

/** `'as it is'`, `"with \n"`; one that is not closed ends with its line. */
function readString(text: string, start: number, end: number): { readonly value: Mapped; readonly length: number } {
  const quote = text.charAt(start);
  let at = start + 1;
  let escapes = false;
  while (at < end && text.charAt(at) !== quote) {
    if (quote === '"' && text.charAt(at) === '\\') {
      escapes = true;
      at++;
    }
    at++;
  }
  const inner = { start: start + 1, end: Math.min(at, end) };
  const value = escapes
    ? opaque(text.slice(inner.start, inner.end).replace(/\\(.)/g, '$1'), inner)
    : verbatim(text, inner);
  return { value, length: Math.min(at + 1, end) - start };
}
