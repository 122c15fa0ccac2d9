import type { Block, Line } from './prose.ts';

/** A block as Markdown and a terminal both write it; they differ in how a line and a label are written. */
export function blockText(block: Block, lineText: (line: Line) => string, labelText: (text: string) => string): string {
  switch (block.kind) {
    case 'paragraph':
      return lineText(block.line);
    case 'label':
      return labelText(block.text);
    case 'list':
      return block.items
        .flatMap(({ line, details }) => [`- ${lineText(line)}`, ...details.map(detail => `  - ${lineText(detail)}`)])
        .join('\n');
  }
}
