import type { DocumentFacts } from '../../facts/document.ts';
import type { MapPlace } from './mapPlace.ts';

/** What things are called where the map is shown. */
export interface MapNames {
  /** The file, as whoever reads the map would write it. */
  file(place: MapPlace): string;
  /** Likewise the folder of a project. */
  project(folder: string): string;
  /** Who most likely answers there. */
  who(place: MapPlace): string | undefined;
  /** The text that a place stands in. */
  facts(path: string): DocumentFacts | undefined;
}

/** `compose.yaml:6` */
export function whereOf(place: MapPlace, names: MapNames): string {
  const line = names.facts(place.path)?.lines.position(place.span.start).line ?? 0;
  return `${names.file(place)}:${line + 1}`;
}
