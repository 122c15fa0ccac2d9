/** A fenced block of a Markdown page: ```` ```yaml file=compose.yaml reports ````. */
export interface Fence {
  /** 0-based line of the opening fence; the body lies between it and `end`. */
  readonly start: number;
  readonly end: number;
  readonly language: string;
  /** The path after `file=`. */
  readonly file?: string;
  /** The words of the info string that are no file. */
  readonly words: readonly string[];
  readonly body: string;
}

/** A page as lines, headings and fences, in their order. */
export interface Page {
  readonly lines: readonly string[];
  readonly parts: readonly (Fence | { readonly heading: string; readonly start: number })[];
}

export function readPage(text: string): Page {
  const lines = text.split(/\r?\n/);
  const parts: Page['parts'][number][] = [];
  for (let start = 0; start < lines.length; start++) {
    const line = lines[start] ?? '';
    if (/^#+ /.test(line)) parts.push({ heading: line.replace(/^#+ /, ''), start });
    const opening = /^(`{3,})(\S*)(.*)$/.exec(line);
    if (!opening) continue;
    const [, ticks = '', language = '', info = ''] = opening;
    const end = lines.indexOf(ticks, start + 1);
    if (end < 0) throw new Error(`the fence of line ${start + 1} is not closed`);
    const words = info.split(' ').filter(word => word !== '');
    const file = words.find(word => word.startsWith('file='))?.slice('file='.length);
    parts.push({
      start,
      end,
      language,
      ...(file !== undefined && { file }),
      words: words.filter(word => !word.startsWith('file=')),
      body: lines
        .slice(start + 1, end)
        .map(each => `${each}\n`)
        .join(''),
    });
    start = end;
  }
  return { lines, parts };
}

/** The page with other bodies in some of its fences. */
export function withBodies(page: Page, bodies: ReadonlyMap<Fence, string>): string {
  const lines = [...page.lines];
  for (const [fence, body] of [...bodies].sort(([a], [b]) => b.start - a.start)) {
    lines.splice(fence.start + 1, fence.end - fence.start - 1, ...body.replace(/\n$/, '').split('\n'));
  }
  return lines.join('\n');
}

/** The page with another text between `<!-- generated: name -->` and `<!-- end -->`; as it is where it has no such place. */
export function withBlock(text: string, name: string, content: string): string {
  const opening = `<!-- generated: ${name} -->`;
  const from = text.indexOf(opening);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) return text;
  return `${text.slice(0, from + opening.length)}\n${content.trim()}\n${text.slice(to)}`;
}
