import type { Suppression } from '../facts/document.ts';
import type { Comment } from '../syntax/tree.ts';
import type { Lines } from '../text/lines.ts';

/**
 * Reads `# portolan-ignore rule-a, rule-b` and `# portolan-ignore-file rule-a`. Words after `--` are the reader's own
 * reason. A comment without ids means every rule.
 */
export function readSuppressions(
  text: string,
  lines: Lines,
  comments: readonly Comment[],
  contentStart: number,
): readonly Suppression[] {
  if (!text.includes('portolan-ignore')) return [];
  const found: Suppression[] = [];
  const targetOf = targetFinder(text, lines, comments);
  const head = Math.max(contentStart, headEnd(text, comments));
  for (const comment of comments) {
    const words = /portolan-ignore(-file)?(?![\w-])[^\r\n]*/.exec(text.slice(comment.span.start, comment.span.end));
    if (!words) continue;
    const start = comment.span.start + words.index;
    const wholeFile = words[1] !== undefined;
    if (wholeFile && start > head) continue;
    const own = withoutMark(words[0]);
    const listStart = start + (wholeFile ? 'portolan-ignore-file' : 'portolan-ignore').length;
    const list = own.slice(listStart - start).split('--')[0] ?? '';
    found.push({
      scope: wholeFile ? 'file' : 'line',
      line: wholeFile ? 0 : targetOf(comment),
      rules: [...list.matchAll(/[A-Za-z][\w-]*/g)].map(id => ({
        id: id[0],
        span: { start: listStart + id.index, end: listStart + id.index + id[0].length },
      })),
      span: { start, end: start + own.length },
      comment: comment.span,
    });
  }
  return found;
}

/** Where the comments end that a file begins with. Many formats count them to their first block. */
function headEnd(text: string, comments: readonly Comment[]): number {
  let at = 0;
  for (const { span } of comments) {
    if (span.start < at) continue;
    if (!PREAMBLE.test(text.slice(at, span.start))) break;
    at = span.end;
  }
  return at;
}

/** What may stand between them: blanks and the marks of a beginning, none of which is content. */
const PREAMBLE = /^\uFEFF?(?:\s|#![^\n]*|---[ \t]*(?=[\r\n])|<\?php\b|<\?xml[^>]{0,200}>|%YAML[^\n]*|@echo off\b)*$/i;

/** Without what closes the comment. */
function withoutMark(words: string): string {
  const trimmed = words.trimEnd();
  const mark = /[*%#-]{0,3}[>/}]{1,4}$/.exec(trimmed.slice(-6))?.[0].length ?? 0;
  return trimmed.slice(0, trimmed.length - mark).trimEnd();
}

/** A comment alone on its line speaks of the next line that is neither blank nor comment. Asked in the order of places. */
function targetFinder(text: string, lines: Lines, comments: readonly Comment[]): (comment: Comment) => number {
  let next = 0;
  let target = -1;
  return comment => {
    if (!comment.alone) return lines.position(comment.span.start).line;
    // A comment may be of several lines.
    const { line } = lines.position(comment.span.end);
    // Every comment of one block has the line below the block, which is searched for once.
    for (target = Math.max(target, line + 1); target < lines.count(); target++) {
      const start = lines.start(target);
      const end = lines.start(target + 1);
      while ((comments[next]?.span.start ?? text.length) < start) next++;
      const isComment = comments[next]?.alone === true && (comments[next]?.span.start ?? 0) < end;
      if (!isComment && text.slice(start, end).trim() !== '') break;
    }
    return target;
  };
}
