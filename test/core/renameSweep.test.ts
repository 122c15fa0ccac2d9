import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Port } from '../../registry/port.ts';
import {
  applyEdits,
  DEFAULT_SETTINGS,
  type Finding,
  findingsOf,
  prepareRename,
  type RenameEdit,
  renamePort,
  type SamePort,
  type Snapshot,
} from '../../server/core/analysis.ts';
import { reread } from '../../server/core/workspace/reread.ts';
import { type Files, openProject, type Project, projectFiles, projectNames } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

/** Of each project: the same ones each time, spread over its files. */
const MOST_PLACES = 6;

/** Every port gets another number, and then the same places mean it and nothing is wrong at them that was right before. */
function sweep(name: string, files: Files): void {
  test(name, () => {
    const project = openProject(files, `/${name}`);
    const places = [...project.snapshot.documents()].flatMap(({ path, occurrences }) =>
      occurrences.map(({ span }) => ({ path, span })),
    );
    const step = Math.max(1, Math.floor(places.length / MOST_PLACES));
    const faults = places.filter((_, index) => index % step === 0).flatMap(place => faultsOf(project, place));
    assert.deepEqual(faults, []);
  });
}

function faultsOf({ snapshot, showPlace }: Project, place: Parameters<Project['showPlace']>[0]): readonly string[] {
  const { path, span } = place;
  const prepared = prepareRename(snapshot, REGISTRY, path, span.start);
  const found = snapshot.samePorts().at(path, span.start);
  const same = found && snapshot.samePorts().of(found.place);
  if ('refused' in prepared || !same) return [];
  const size = same.range.last - same.range.first;
  const first = freePort(snapshot, same.identity.kind === 'node' ? 31000 : 18000);
  const renamed = renamePort(
    snapshot,
    REGISTRY,
    path,
    span.start,
    size > 0 ? `${first}-${first + size}` : `${first}`,
    true,
  );
  if ('refused' in renamed) return [];
  const then = after(snapshot, renamed.edits);
  const shift = shiftAt(renamed.edits, place);
  const moved = then.samePorts().at(path, span.start + shift);
  const again = moved && then.samePorts().of(moved.place);
  const where = showPlace(place);
  if (again?.range.first !== first) return [`${where} reads ${again?.range.first}, and was to be ${first}`];
  const [before, now] = [countIn(snapshot, same), countIn(then, again)];
  if (before !== now) return [`${where} had ${before} places, and then ${now}`];
  const known = new Set(problemsAt(snapshot, renamed.edits, false).map(({ rule }) => rule));
  return problemsAt(then, renamed.edits, true)
    .filter(({ rule }) => !known.has(rule))
    .map(({ rule, message }) => `${where} ${rule}: ${message}`);
}

/** What only has some of the numbers stays where it is. */
function countIn(snapshot: Snapshot, { members, range }: SamePort): number {
  const all = members.map(member => snapshot.samePorts().rangeOf(member));
  return all.filter(each => each?.first === range.first && each.last === range.last).length;
}

function after(snapshot: Snapshot, edits: readonly RenameEdit[]): Snapshot {
  let then = snapshot;
  for (const path of new Set(edits.map(edit => edit.path))) {
    const facts = snapshot.facts(path);
    const read =
      facts &&
      reread(
        facts,
        applyEdits(
          facts.text,
          edits.filter(edit => edit.path === path),
        ),
      );
    if (read) then = then.withDocument(read);
  }
  return then;
}

function problemsAt(snapshot: Snapshot, edits: readonly RenameEdit[], isDone: boolean): readonly Finding[] {
  const places = edits.map(edit => `${edit.path} ${edit.span.start + (isDone ? shiftAt(edits, edit) : 0)}`);
  return [...new Set(edits.map(({ path }) => path))].flatMap(path =>
    findingsOf(snapshot, REGISTRY, path, DEFAULT_SETTINGS).filter(
      ({ severity, at }) =>
        (severity === 'error' || severity === 'warning') && places.includes(`${at.path} ${at.span.start}`),
    ),
  );
}

function shiftAt(
  edits: readonly RenameEdit[],
  place: { readonly path: string; readonly span: { readonly start: number } },
): number {
  return edits
    .filter(({ path, span }) => path === place.path && span.start < place.span.start)
    .reduce((sum, { newText, span }) => sum + newText.length - (span.end - span.start), 0);
}

function freePort(snapshot: Snapshot, from: number): number {
  let port = from;
  while (snapshot.isTaken(port as Port)) port++;
  return port;
}

for (const name of projectNames()) sweep(name, projectFiles(name));

const EXAMPLES = join(import.meta.dirname, '../../examples');
const examples = readdirSync(EXAMPLES, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
sweep(
  'examples',
  Object.fromEntries(
    examples.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(EXAMPLES.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  ),
);
