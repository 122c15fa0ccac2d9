import { type Completion, completion } from '../../server/core/analysis.ts';
import { cursorIn } from './marks.ts';
import { type Files, openProject } from './project.ts';
import { REGISTRY } from './registry.ts';

/** What is offered at the only `‸` of the files; the text without it, and with an item in its place. */
export interface Completed {
  readonly found: Completion | undefined;
  readonly text: string;
  with(newText: string): string;
}

export function completionIn(files: Files): Completed {
  const marked = Object.entries(files).find(([, text]) => text.includes('‸'));
  if (!marked) throw new Error('a file needs a cursor');
  const [file] = marked;
  const { text, offset } = cursorIn(marked[1]);
  const { snapshot, root } = openProject({ ...files, [file]: text });
  const found = completion(snapshot, REGISTRY, `${root}/${file}`, offset);
  const { start, end } = found?.span ?? { start: offset, end: offset };
  return { found, text, with: newText => text.slice(0, start) + newText + text.slice(end) };
}
