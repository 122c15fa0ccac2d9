import type { Place } from '../../facts/finding.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { append } from '../../text/append.ts';
import { basename, dirname, isInside, relativePath } from '../../text/path.ts';
import { sameSpan } from '../../text/span.ts';
import { code, link } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

const MOST_PLACES = 5;

/** Where else the number stands in the workspace, and where a variable that is set here is used. */
export function elsewhere(subject: HoverSubject): string | undefined {
  const { snapshot, facts, occurrence, range } = subject;
  const users = usersOf(subject);
  const used = new Set(users.map(place => lineKey(subject, place)));
  const near: Place[] = [];
  let far = 0;
  for (const { path, byPort } of snapshot.documents()) {
    const found = byPort.at(range);
    if (found.length === 0) continue;
    // A popular port has thousands of places in other folders: they are counted, not looked at.
    if (!isNear(facts.path, path)) far += found.length;
    else
      append(
        near,
        found.filter(other => !isTogether(other, occurrence)).map(({ span }) => ({ path, span })),
      );
  }
  const others = near.filter(place => !used.has(lineKey(subject, place)));
  const lines = [list(subject, 'Used by', users, 0), list(subject, 'Also', others, far)];
  return lines.filter(line => line !== undefined).join('  \n') || undefined;
}

/** A file of this folder, of one that it lies in, or of one below it. */
function isNear(here: string, path: string): boolean {
  return isInside(path, dirname(here)) || isInside(here, dirname(path));
}

/** The occurrence itself, and the other side of its mapping. */
function isTogether(other: PortOccurrence, occurrence: PortOccurrence): boolean {
  if (other === occurrence) return true;
  // The number of a mapping is one of its document, and so is its owner.
  return other.mapping !== undefined && other.mapping.id === occurrence.mapping?.id && other.owner === occurrence.owner;
}

/** The places whose value comes from the variable that this occurrence sets. */
function usersOf({ snapshot, facts, occurrence }: HoverSubject): readonly Place[] {
  const variable = facts.variables.find(
    ({ value }) => value.span.start <= occurrence.span.start && occurrence.span.end <= value.span.end,
  );
  if (!variable) return [];
  const letters = lettersOf(variable.name);
  return [...snapshot.documents()].flatMap(({ path, compose, variableSources, occurrences }) => {
    // No others take values from another file.
    if (!compose && variableSources.length === 0 && path !== facts.path) return [];
    return occurrences.flatMap((user): readonly Place[] => {
      if (user.value.kind !== 'variable' || lettersOf(user.value.name) !== letters) return [];
      const { definition } = snapshot.resolve(path, user);
      const isThis = definition?.path === facts.path && sameSpan(definition.span, variable.value.span);
      return isThis ? [{ path, span: user.span }] : [];
    });
  });
}

/** What all ways to write a name have in common: `SERVER_PORT`, `${server.port}`, `$.Values.port`. */
function lettersOf(name: string): string {
  return name.replace(/[^\dA-Za-z]/g, '').toLowerCase();
}

/** Several numbers of one line are one place to a reader. `more` places are counted and not shown. */
function list(subject: HoverSubject, lead: string, places: readonly Place[], more: number): string | undefined {
  const byLine = new Map<string, Place>();
  for (const place of places) {
    const key = lineKey(subject, place);
    if (!byLine.has(key)) byLine.set(key, place);
  }
  const shown = nearestFirst(subject, [...byLine.values()]).slice(0, MOST_PLACES);
  const rest = byLine.size - shown.length + more;
  if (shown.length === 0) {
    return rest === 0 ? undefined : `${lead} in ${rest} other ${rest === 1 ? 'place' : 'places'} of the workspace`;
  }
  const links = shown.map(place =>
    link(code(`${nameOf(subject, place)}:${lineOf(subject, place)}`), subject.options.link(place)),
  );
  return `${lead}: ${links.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function lineKey(subject: HoverSubject, place: Place): string {
  return `${place.path}:${lineOf(subject, place)}`;
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
