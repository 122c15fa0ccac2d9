import { UNPRINTABLE } from '../../text/unprintable.ts';
import type { MapNames } from './mapNames.ts';
import { LAYERS, type Layer } from './mapPlace.ts';
import { type MapRow, mapRows } from './mapRows.ts';
import type { PortMap } from './portMap.ts';
import { conflictWord, count, LAYER_TITLES } from './words.ts';

/** Tables for a terminal. What is inside or only called is left out where it is much, unless `all` of it is wanted. */
export function textMap(map: PortMap, names: MapNames, all: boolean): string {
  const sections = LAYERS.map(layer => ({ layer, rows: mapRows(map, layer, names) }));
  const lesser = sections.filter(({ layer }) => layer === 'inside' || layer === 'dialled');
  const hasMore = sections.some(section => section.rows.length > 0 && !lesser.includes(section));
  const isLong = !all && lesser.reduce((sum, { rows }) => sum + rows.length, 0) > (hasMore ? MOST_LESSER : MOST_ALONE);
  const shown = sections.filter(section => section.rows.length > 0 && !(isLong && lesser.includes(section)));
  const left = isLong ? lesser.filter(({ rows }) => rows.length > 0) : [];
  const blocks = [
    ...shown.map(({ layer, rows }) => [LAYER_TITLES[layer], ...table(layer, rows)].join('\n')),
    [...left.map(({ layer, rows }) => `${LAYER_TITLES[layer]}: ${rows.length}, shown with --all`), summary(map)].join(
      '\n',
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const MOST_LESSER = 30;

/** Where they are all that there is, as in most charts. */
const MOST_ALONE = 200;

function summary({ ports }: PortMap): string {
  const hosts = ports.filter(({ layer }) => layer === 'host');
  const projects = new Set(
    hosts.flatMap(({ places }) => places.flatMap(({ layer, project }) => (layer === 'host' ? [project] : []))),
  );
  const words = hosts.map(({ places }) => conflictWord(places.map(({ contest }) => contest)));
  const certain = words.filter(word => word === 'conflict').length;
  const possible = words.filter(word => word === 'possible conflict').length;
  if (ports.length === 0) return 'No ports found';
  if (hosts.length === 0) return 'No host ports';
  const where = projects.size > 1 ? ` in ${projects.size} projects` : '';
  return `${count(hosts.length, 'host port')}${where}${certain > 0 ? `, ${certain} in conflict` : ''}${possible > 0 ? `, ${possible} possibly in conflict` : ''}`;
}

const HEADINGS: Readonly<Record<Layer, readonly string[]>> = {
  host: ['PORT', 'SERVICE', 'OPEN ON', 'LIKELY', 'AT'],
  planned: ['PORT', 'FOR', 'NOTE', '', 'AT'],
  inside: ['PORT', 'SERVICE', '', 'LIKELY', 'AT'],
  dialled: ['PORT', 'FROM', '', 'LIKELY', 'AT'],
};

function table(layer: Layer, rows: readonly MapRow[]): readonly string[] {
  const cells = [HEADINGS[layer], ...rows.map(row => [row.port, row.service, row.detail, row.likely, row.at])].map(
    line =>
      line.map((cell, column) => cut(cell.replace(UNPRINTABLE, '\uFFFD'), WIDEST[column] ?? Number.POSITIVE_INFINITY)),
  );
  // A column without a word is none.
  const used = [0, 1, 2, 3, 4].filter(column => cells.slice(1).some(line => line[column] !== ''));
  const widths = used.map(column => cells.reduce((widest, line) => Math.max(widest, (line[column] ?? '').length), 0));
  const show = (line: readonly string[]): string =>
    used
      .map((column, index) => (line[column] ?? '').padEnd(index === used.length - 1 ? 0 : (widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const lines = [`  ${show(cells[0] ?? [])}`];
  let project: string | undefined;
  // The folder that files are told from needs no heading where it is the only one.
  const isGrouped = rows.some(row => row.project !== '');
  for (const [index, row] of rows.entries()) {
    if (row.project !== project) {
      project = row.project;
      if (isGrouped) lines.push(`${project === '' ? '.' : project.replace(UNPRINTABLE, '\uFFFD')}/`);
    }
    lines.push(`  ${show(cells[index + 1] ?? [])}`);
    if (row.conflict !== '') lines.push(`    ${row.conflict.replace(UNPRINTABLE, '\uFFFD')}`);
  }
  return lines;
}

/** In UTF-16 units; together with a short file name they fit in a hundred. */
const WIDEST: readonly number[] = [15, 20, 30, 20];

function cut(text: string, widest: number): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}
