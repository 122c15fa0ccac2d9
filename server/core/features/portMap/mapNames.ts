import type { DocumentFacts } from '../../facts/document.ts';
import type { MapPlace } from './mapPlace.ts';

/** What things are called where the map is shown. */
export interface MapNames {
  /** The file, as whoever reads the map would write it. */
  file(place: MapPlace): string;
  /** Likewise the folder of a project; empty for the folder that files are told from. */
  project(folder: string): string;
  /** Who most likely answers there. */
  who(place: MapPlace): string | undefined;
  /** The text that a place stands in. */
  facts(path: string): DocumentFacts | undefined;
}

/** `compose.yaml:6` */
export function whereOf(place: MapPlace, names: MapNames): string {
  return `${names.file(place)}:${lineOf(place, names)}`;
}

/** 1-based, as people count. */
export function lineOf({ path, span }: MapPlace, names: MapNames): number {
  return (names.facts(path)?.lines.position(span.start).line ?? 0) + 1;
}
