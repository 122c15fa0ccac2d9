import { jsonMap } from './jsonMap.ts';
import type { MapNames } from './mapNames.ts';
import { markdownMap } from './markdownMap.ts';
import { mermaidMap } from './mermaidMap.ts';
import type { PortMap } from './portMap.ts';
import { textMap } from './textMap.ts';

export type MapFormat = 'text' | 'markdown' | 'mermaid' | 'json';

/** The whole map as a text to paste. `all`: nothing is left out of the text for its length. */
export function renderMap(format: MapFormat, map: PortMap, names: MapNames, all: boolean): string {
  switch (format) {
    case 'text':
      return textMap(map, names, all);
    case 'markdown':
      return markdownMap(map, names);
    case 'mermaid':
      return mermaidMap(map, names);
    case 'json': {
      const items = jsonMap(map, names);
      return items.length === 0 ? '[]\n' : `[\n${items.join(',\n')}\n]\n`;
    }
  }
}
