import type { Place } from '../../facts/finding.ts';
import { basename, dirname, isInside, relativePath } from '../../text/path.ts';
import { sameSpan } from '../../text/span.ts';
import { code, link } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

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
    .filter(place => !users.some(user => isSameLine(subject, user, place)));
  const lines = [list(subject, 'Used by', users), list(subject, 'Also', others)];
  return lines.filter(line => line !== undefined).join('  \n') || undefined;
}

function isSameLine(subject: HoverSubject, a: Place, b: Place): boolean {
  return a.path === b.path && lineOf(subject, a) === lineOf(subject, b);
}

/** The places whose value comes from the variable that this occurrence sets. */
function usersOf({ snapshot, facts, occurrence }: HoverSubject): readonly Place[] {
  const variable = facts.variables.find(
    ({ value }) => value.span.start <= occurrence.span.start && occurrence.span.end <= value.span.end,
  );
  if (!variable) return [];
  return [...snapshot.documents()].flatMap(({ path, compose, occurrences }) => {
    // Only compose takes values from another file.
    if (!compose && path !== facts.path) return [];
    return occurrences.flatMap((user): readonly Place[] => {
      if (user.value.kind !== 'variable' || user.value.name !== variable.name) return [];
      const { definition } = snapshot.resolve(path, user);
      const isThis = definition?.path === facts.path && sameSpan(definition.span, variable.value.span);
      return isThis ? [{ path, span: user.span }] : [];
    });
  });
}

function list(subject: HoverSubject, lead: string, places: readonly Place[]): string | undefined {
  if (places.length === 0) return undefined;
  // Several numbers of one line are one place to a reader.
  const byLine = new Map<string, readonly Place[]>();
  for (const place of nearOnes(subject, places)) {
    const key = `${place.path}:${lineOf(subject, place)}`;
    byLine.set(key, [...(byLine.get(key) ?? []), place]);
  }
  const shown = nearestFirst(
    subject,
    [...byLine.values()].flatMap(([first]) => first ?? []),
  ).slice(0, MOST_PLACES);
  const counted = shown.map(place => byLine.get(`${place.path}:${lineOf(subject, place)}`)?.length ?? 0);
  const rest = places.length - counted.reduce((sum, count) => sum + count, 0);
  if (shown.length === 0) return `${lead} in ${rest} other ${rest === 1 ? 'place' : 'places'} of the workspace`;
  const links = shown.map(place =>
    link(code(`${nameOf(subject, place)}:${lineOf(subject, place)}`), subject.options.link(place)),
  );
  return `${lead}: ${links.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Places in a file of this folder, of one that it lies in, or of one below it: a popular port has thousands of others. */
function nearOnes({ facts }: HoverSubject, places: readonly Place[]): readonly Place[] {
  const folder = dirname(facts.path);
  const known = new Map<string, boolean>();
  return places.filter(({ path }) => {
    const near = known.get(path) ?? (isInside(path, folder) || isInside(facts.path, dirname(path)));
    known.set(path, near);
    return near;
  });
}

/** 1-based, as people count. */
function lineOf({ snapshot }: HoverSubject, { path, span }: Place): number {
  return (snapshot.facts(path)?.lines.position(span.start).line ?? 0) + 1;
}

function nameOf({ facts }: HoverSubject, { path }: Place): string {
  return path === facts.path ? basename(path) : relativePath(dirname(facts.path), path);
}

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
