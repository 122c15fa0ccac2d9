import assert from 'node:assert/strict';
import { type Marked, unmark } from './marks.ts';
import { type Files, openProject, type Project } from './project.ts';

/** A project whose files have one cursor and marks for the places that mean the port under it. */
export interface MarkedProject {
  readonly project: Project;
  readonly path: string;
  readonly offset: number;
  readonly marked: ReadonlyMap<string, Marked>;
}

export function openMarked(files: Files): MarkedProject {
  const marked = new Map(Object.entries(files).map(([name, text]) => [name, unmark(text)]));
  const project = openProject(Object.fromEntries([...marked].map(([name, { text }]) => [name, text])));
  const [file, ...others] = [...marked].filter(([, { cursors }]) => cursors.length > 0);
  const offset = file?.[1].cursors[0];
  assert.ok(file && offset !== undefined && others.length === 0, 'one file has the cursor');
  return { project, path: `${project.root}/${file[0]}`, offset, marked };
}

/**
 * Checks who means the port under `‸`: exactly the marked places. `⟦80⟧` is certain, `⟦?‖80⟧` likely, `⟦=‖80⟧` certain and
 * sets a variable, `⟦?=‖80⟧` both.
 */
export function checkSamePort(files: Files): void {
  const { project, path, offset, marked } = openMarked(files);
  const same = project.snapshot.samePorts();
  const found = same.at(path, offset);
  assert.ok(found, 'no port under the cursor');
  const actual = (same.of(found.place)?.members ?? []).map(({ path: file, occurrence, certainty, definition }) => {
    const { start, end } = occurrence.span;
    const label = `${certainty === 'likely' ? '?' : ''}${definition ? '=' : ''}`;
    return `${file.slice(project.root.length + 1)} ${start}-${end} ${label}`.trim();
  });
  const expected = [...marked].flatMap(([name, { spans }]) =>
    spans.map(({ start, end, label = '' }) => `${name} ${start}-${end} ${label}`.trim()),
  );
  assert.deepEqual(actual.toSorted(), expected.toSorted());
}
