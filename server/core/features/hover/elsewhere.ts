import type { Place } from '../../facts/finding.ts';
import { basename, dirname, isInside, relativePath } from '../../text/path.ts';
import type { HoverSubject } from '../hover.ts';
import { code, link } from '../markdown.ts';

const MOST_PLACES = 5;

/** Where else the number stands in the workspace, and where a variable that is set here is used. */
export function elsewhere(subject: HoverSubject): string | undefined {
  const { snapshot, facts, occurrence, range } = subject;
  const users = usersOf(subject);
  const others = snapshot
    .at(range)
    .filter(
      found =>
        found.occurrence !== occurrence &&
        !(
          found.path === facts.path &&
          found.occurrence.mapping !== undefined &&
          found.occurrence.mapping.id === occurrence.mapping?.id
        ),
    )
    .map(({ path, occurrence: { span } }): Place => ({ path, span }))
    .filter(place => !users.some(user => user.path === place.path && user.span.start === place.span.start));
  const lines = [list(subject, 'Used by', users), list(subject, 'Also', others)];
  return lines.filter(line => line !== undefined).join('  \n') || undefined;
}

/** The places whose value comes from the variable that this occurrence sets. */
function usersOf({ snapshot, facts, occurrence }: HoverSubject): readonly Place[] {
  const variable = facts.variables.find(
    ({ value }) => value.span.start <= occurrence.span.start && occurrence.span.end <= value.span.end,
  );
  if (!variable) return [];
  return [...snapshot.documents()].flatMap(({ path, occurrences }) =>
    occurrences.flatMap(({ value, span }): readonly Place[] => {
      if (value.kind !== 'variable' || value.name !== variable.name) return [];
      return snapshot.resolve(path, value).definition?.path === facts.path ? [{ path, span }] : [];
    }),
  );
}

function list(subject: HoverSubject, lead: string, places: readonly Place[]): string | undefined {
  if (places.length === 0) return undefined;
  // Several numbers of one line are one place to a reader.
  const byLine = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.path}:${lineOf(subject, place)}`;
    if (!byLine.has(key)) byLine.set(key, place);
  }
  const shown = nearestFirst(
    subject,
    [...byLine.values()].filter(place => isNear(subject, place)),
  )
    .slice(0, MOST_PLACES)
    .map(place => link(code(`${nameOf(subject, place)}:${lineOf(subject, place)}`), subject.options.link(place)));
  const rest = byLine.size - shown.length;
  if (shown.length === 0) return `${lead} in ${rest} other ${rest === 1 ? 'place' : 'places'} of the workspace`;
  return `${lead}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** 1-based, as people count. */
function lineOf({ snapshot }: HoverSubject, { path, span }: Place): number {
  return (snapshot.facts(path)?.lines.position(span.start).line ?? 0) + 1;
}

function nameOf({ facts }: HoverSubject, { path }: Place): string {
  return path === facts.path ? basename(path) : relativePath(dirname(facts.path), path);
}

/** Files of other folders far away say little about this place: they are counted, not listed. */
function nearestFirst(subject: HoverSubject, places: readonly Place[]): readonly Place[] {
  const distance = (place: Place): number =>
    place.path === subject.facts.path ? 0 : nameOf(subject, place).split('/').length;
  return places
    .map(place => ({ place, distance: distance(place) }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        (a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : a.place.span.start - b.place.span.start),
    )
    .map(({ place }) => place);
}

/** A file of this folder, of one that it lies in, or of one below it. */
function isNear({ facts }: HoverSubject, { path }: Place): boolean {
  return isInside(path, dirname(facts.path)) || isInside(facts.path, dirname(path));
}
