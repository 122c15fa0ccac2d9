import type { EntryPlace } from '../../facts/projectFile.ts';
import type { MapNode, Node } from '../../syntax/tree.ts';

/** Where an object of a JSON file takes another entry: behind its last one, in lines of its own where the others have such. */
export function entryPlace(text: string, node: Node | undefined): EntryPlace | undefined {
  // An object that is not closed is being typed.
  if (node?.kind !== 'map' || text[node.span.end - 1] !== '}') return undefined;
  const last = node.entries.at(-1);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (!last) {
    const outer = indentAt(text, node.span.start);
    const endsLine = /^[ \t]*\r?\n/.test(text.slice(node.span.start + 1, node.span.end));
    const after = endsLine ? '' : `${lineBreak}${outer}`;
    return { comma: undefined, at: node.span.start + 1, before: `${lineBreak}${outer}  `, after };
  }
  const end = last.value?.span.end ?? last.key.span.end;
  const comma = /^\s*,/.exec(text.slice(end, node.span.end))?.[0].length;
  const behind = end + (comma ?? 0);
  // A comment at the end of the line belongs to the entry before it.
  const note = /^[ \t]*\/\/[^\r\n]*|^[ \t]*\/\*[^\r\n]*?\*\//.exec(text.slice(behind, node.span.end))?.[0].length ?? 0;
  return {
    comma: comma === undefined ? end : undefined,
    at: behind + note,
    before: startsLine(text, node) ? `${lineBreak}${indentAt(text, last.key.span.start)}` : ' ',
    after: '',
  };
}

function startsLine(text: string, { entries }: MapNode): boolean {
  const start = entries.at(-1)?.key.span.start ?? 0;
  return /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
}

/** The blanks at the beginning of the line of a place. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';
}
