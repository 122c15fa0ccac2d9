import { type Hover, type HoverOptions, hover } from '../../server/core/analysis.ts';
import { cursorIn } from './marks.ts';
import { type Files, openProject } from './project.ts';
import { REGISTRY } from './registry.ts';

const OPTIONS: HoverOptions = {
  markup: 'markdown',
  system: 'linux',
  link: ({ path }) => `file://${path}`,
  pageLink: port => `page:${port}`,
};

/** The hover at the only `‸` of the files, and the text that it covers. */
export function hoverIn(
  files: Files,
  options: Partial<HoverOptions> = {},
): (Hover & { readonly covered: string }) | undefined {
  const marked = Object.entries(files).find(([, text]) => text.includes('‸'));
  if (!marked) throw new Error('a file needs a cursor');
  const [file] = marked;
  const { text, offset } = cursorIn(marked[1]);
  const { snapshot, root } = openProject({ ...files, [file]: text });
  const found = hover(snapshot, REGISTRY, `${root}/${file}`, offset, { ...OPTIONS, ...options });
  return found && { ...found, covered: text.slice(found.span.start, found.span.end) };
}
