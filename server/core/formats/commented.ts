import type { DocumentFacts } from '../facts/document.ts';
import type { Comment } from '../syntax/tree.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { sourceOf } from './embed.ts';
import type { Format, Source } from './format.ts';
import { readDocument } from './read.ts';

/**
 * The ports that a file would have if the settings that are commented out in it counted, at their own places. Comments
 * alone on their lines only, and nothing is sure: prose may read like a setting.
 */
export function readCommented(
  source: Pick<Source, 'path' | 'text'> & Partial<Pick<Source, 'words'>>,
  format: Format,
): DocumentFacts | undefined {
  const { comments } = format.read(sourceOf(source.path, source.text, () => undefined, source.words));
  const bodies = comments.flatMap(comment => bodiesOf(source.text, comment));
  if (bodies.length === 0) return undefined;
  const facts = readDocument({ ...source, text: uncommented(source.text, bodies) }, format);
  let next = 0;
  const occurrences = facts.occurrences.flatMap(occurrence => {
    while ((bodies[next]?.lineEnd ?? source.text.length) <= occurrence.span.start) next++;
    const body = bodies[next];
    if (!body || occurrence.span.start < body.lineStart || occurrence.span.end > body.lineEnd) return [];
    return [
      { ...occurrence, span: moved(occurrence.span, body), token: moved(occurrence.token, body), editable: false },
    ];
  });
  return { ...facts, text: source.text, lines: linesOf(source.text), occurrences };
}

/** What a line of a comment says, without its mark. */
interface Body {
  /** Of the comment on this line; what is left of the mark stays. */
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly start: number;
  readonly end: number;
}

/** A block of several lines counts whole, or the marks at its ends would close what was opened in between. */
function bodiesOf(text: string, { span, alone }: Comment): readonly Body[] {
  if (!alone) return [];
  const written = text.slice(span.start, span.end);
  const bodies = [...written.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }): Body => {
    const mark = Math.max(0, ...MARKS.map(form => form.exec(line)?.[0].length ?? 0));
    const end = line.length - (CLOSE.exec(line.slice(mark))?.[0].length ?? 0);
    const lineStart = span.start + index;
    return { lineStart, lineEnd: lineStart + line.length, start: lineStart + mark, end: lineStart + end };
  });
  const isSetting = bodies.some(({ start, end }) => SETTING.test(text.slice(start, Math.min(end, start + LONGEST))));
  return isSetting ? bodies : [];
}

/** An odd number of blanks has the one in it that nearly everybody writes behind a mark, the rest is depth. */
const MARKS: readonly RegExp[] = [
  /^(?:<!--+|\/\*+|\/\/+|#+|;+|--+|%+|!+|::|rem\b)/i,
  /^(?:<!--+|\/\*+|\/\/+|#+|;+|--+|%+|!+|::|rem\b)[ \t](?=(?:[ \t]{2})*(?![ \t]))/i,
  /^[ \t]{0,40}\*(?=[ \t])/,
];
const CLOSE = /[ \t]{0,40}(?:\*\/|--+>)[ \t]{0,40}$/;

/** A digit, an item of a list, a key with its value or what opens a block: other lines are prose, and stay comments. */
const SETTING = /\d|^\s*-\s|[:={[(]\s*$|^\s*[\w.$"'-]{1,80}\s*[:={]/;

/** In UTF-16 units: what is longer is no setting. */
const LONGEST = 500;

/** The bodies where their marks stood, so that they are as deep as their neighbours; the text is as long as before. */
function uncommented(text: string, bodies: readonly Body[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { lineStart, lineEnd, start, end } of bodies) {
    parts.push(text.slice(at, lineStart), text.slice(start, end).padEnd(lineEnd - lineStart));
    at = lineEnd;
  }
  return parts.join('') + text.slice(at);
}

function moved({ start, end }: Span, { lineStart, start: bodyStart }: Body): Span {
  const by = bodyStart - lineStart;
  return { start: start + by, end: end + by };
}
