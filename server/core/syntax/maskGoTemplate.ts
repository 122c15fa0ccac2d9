import { type GoAction, goActions } from './goTemplate.ts';

/**
 * The text with its actions covered, so that YAML can be read over them: what stands for a value by `$`, what stands for
 * none by blanks, and whole lines by line ends, as blanks would be text in a block. Every offset stays, but no line number.
 */
export function maskGoTemplate(text: string): string {
  const actions = goActions(text);
  const parts: string[] = [];
  let kept = 0;
  for (let index = 0; index < actions.length; ) {
    const group = lineOf(text, actions, index);
    index += group.length;
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) break;
    const before = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
    const isAlone = isBlank(before) && isBlank(text.slice(last.end, lineEnd(text, last.end))) && isJoined(text, group);
    const coversAll = isAlone && (group.every(action => action.isStatement) || !isInBlock(text, first.start));
    for (const { start, end, isStatement } of group) {
      const written = text.slice(start, end);
      parts.push(text.slice(kept, start));
      if (coversAll && before === '' && DEFINE.test(written)) parts.push(`---${'\n'.repeat(end - start - 3)}`);
      else parts.push((coversAll ? '\n' : isStatement ? ' ' : '$').repeat(end - start));
      kept = end;
    }
  }
  if (kept === 0) return text;
  parts.push(text.slice(kept));
  return parts.join('');
}

/** Each definition is a text of its own. */
const DEFINE = /^\{\{-?\s{0,9}define\s/;

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function isJoined(text: string, group: readonly GoAction[]): boolean {
  return group.every(({ start }, index) => isBlank(text.slice(group[index - 1]?.end ?? start, start)));
}

/** The actions from `index` on that no line end separates. */
function lineOf(text: string, actions: readonly GoAction[], index: number): readonly GoAction[] {
  let stop = -1;
  let last = index;
  for (; last + 1 < actions.length; last++) {
    const end = actions[last]?.end ?? 0;
    if (end > stop) stop = lineEnd(text, end);
    if ((actions[last + 1]?.start ?? 0) > stop) break;
  }
  return actions.slice(index, last + 1);
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first line of a block: `value: >-`, and an expression below it and further in, which is its text. */
function isInBlock(text: string, at: number): boolean {
  const end = text.lastIndexOf('\n', at - 1);
  if (end <= 0 || !/[:-] [|>][-+\d]{0,2}\s{0,9}$/.test(text.slice(Math.max(0, end - 20), end))) return false;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return at - end - 1 > line.length - line.trimStart().length;
}
