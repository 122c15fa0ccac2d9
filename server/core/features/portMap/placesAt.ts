import type { Place } from '../../facts/finding.ts';
import { addTo } from '../../text/addTo.ts';
import type { Span } from '../../text/span.ts';
import type { MapPlace } from './mapPlace.ts';

/**
 * Finds the places that a finding stands on: by their numbers, else by the whole mapping around these. They are looked up
 * in pieces of the file, as one may have thousands of both.
 */
export function placesAt(places: readonly MapPlace[]): (at: Place) => readonly MapPlace[] {
  const numbers = new Map<string, MapPlace[]>();
  const tokens = new Map<string, MapPlace[]>();
  for (const place of places) {
    for (const piece of piecesOf(place.path, place.span)) addTo(numbers, piece, place);
    for (const piece of piecesOf(place.path, place.token)) addTo(tokens, piece, place);
  }
  const found = (
    index: ReadonlyMap<string, readonly MapPlace[]>,
    { path, span }: Place,
    spanOf: (place: MapPlace) => Span,
  ): readonly MapPlace[] => {
    const near = piecesOf(path, span).flatMap(piece => index.get(piece) ?? []);
    return [...new Set(near)].filter(place => meet(spanOf(place), span));
  };
  return at => {
    const own = found(numbers, at, ({ span }) => span);
    return own.length > 0 ? own : found(tokens, at, ({ token }) => token);
  };
}

function piecesOf(path: string, { start, end }: Span): readonly string[] {
  const first = Math.floor(start / PIECE);
  const count = Math.min(Math.floor(end / PIECE) - first + 1, MOST_PIECES);
  return Array.from({ length: count }, (_, index) => `${first + index} ${path}`);
}

/** In UTF-16 units: some lines. */
const PIECE = 128;

/** A longer thing is no mapping. */
const MOST_PIECES = 16;

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
