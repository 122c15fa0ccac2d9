import { escapeLinkText, escapeMarkdown, link } from '../markdown.ts';
import { lineOf, type MapNames } from './mapNames.ts';
import { LAYERS, type Layer } from './mapPlace.ts';
import { type MapRow, mapRows } from './mapRows.ts';
import type { PortMap } from './portMap.ts';
import { LAYER_TITLES } from './words.ts';

/** Tables for a README. */
export function markdownMap(map: PortMap, names: MapNames): string {
  const sections = LAYERS.flatMap(layer => {
    const rows = mapRows(map, layer, names);
    return rows.length === 0 ? [] : [`### ${LAYER_TITLES[layer]}\n\n${table(layer, rows, names)}`];
  });
  return sections.length === 0 ? 'No ports found.\n' : sections.join('\n');
}

interface Column {
  readonly title: string;
  cell(row: MapRow): string;
}

function table(layer: Layer, rows: readonly MapRow[], names: MapNames): string {
  const columns = columnsOf(layer, names).filter(({ cell }) => rows.some(row => cell(row) !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(() => '---')),
    ...rows.map(row => line(columns.map(({ cell }) => cell(row)))),
  ].join('');
}

function columnsOf(layer: Layer, names: MapNames): readonly Column[] {
  const isCall = layer === 'dialled';
  return [
    { title: 'Project', cell: row => escapeMarkdown(row.project) },
    { title: 'Port', cell: row => `**${row.port}**` },
    { title: isCall ? 'From' : layer === 'planned' ? 'For' : 'Service', cell: row => escapeMarkdown(row.service) },
    {
      title: layer === 'host' ? 'Open on' : layer === 'planned' ? 'Note' : 'How',
      cell: row => escapeMarkdown(row.detail),
    },
    { title: 'Likely', cell: row => escapeMarkdown(row.likely) },
    { title: 'Conflict', cell: row => escapeMarkdown(row.conflict) },
    { title: 'At', cell: row => placeLink(row, names) },
  ];
}

/** A link from the folder that the map was made of; elsewhere it would lead nowhere. */
function placeLink({ at, place }: MapRow, names: MapNames): string {
  const file = names.file(place);
  const isRelative = !/^(?:\/|\.\.\/|[a-zA-Z][a-zA-Z0-9+.-]*:)/.test(file);
  const target = `${file.split('/').map(encodeURIComponent).join('/')}#L${lineOf(place, names)}`;
  return link(escapeLinkText(at), isRelative ? target : undefined);
}
