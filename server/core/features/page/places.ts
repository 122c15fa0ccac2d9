import { holds, type Port, single } from '../../../../registry/port.ts';
import type { Place } from '../../facts/finding.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { inOrder } from '../../text/inOrder.ts';
import { isInside, relativePath } from '../../text/path.ts';
import type { Sighting, Snapshot } from '../../workspace/snapshot.ts';
import { type Block, code, go, type Line, label, list, paragraph, type Section } from './prose.ts';

/** One line of a file of the workspace on which the port stands. */
export interface WorkspacePlace {
  /** The workspace folder. */
  readonly root: string;
  /** From there, with the line: `db/compose.yaml:6`. */
  readonly name: string;
  /** What the number does there: `published by db`. */
  readonly role: string;
  readonly link: string | undefined;
}

/** More is a list that nobody reads; the search of the editor has them all. */
const MOST = 100;

/** Where the port stands, file by file; `link` leads to a place, where the host can. */
export function workspacePlaces(
  snapshot: Snapshot,
  port: Port,
  link: (place: Place) => string | undefined,
): readonly WorkspacePlace[] {
  const found = new Map<string, WorkspacePlace>();
  for (const { path, occurrence } of [...snapshot.at(single(port)), ...throughVariables(snapshot, port)]) {
    const facts = snapshot.facts(path);
    if (facts === undefined) continue;
    const root = snapshot.roots.filter(each => isInside(path, each)).toSorted((a, b) => b.length - a.length)[0] ?? '';
    const line = facts.lines.position(occurrence.span.start).line + 1;
    const name = `${root === '' ? path : relativePath(root, path)}:${line}`;
    const role = roleOf(occurrence);
    const key = `${root} ${name} ${role}`;
    if (!found.has(key)) found.set(key, { root, name, role, link: link({ path, span: occurrence.span }) });
  }
  return [...found.values()].sort((a, b) => order(a.root, b.root) || inOrder(a.name, b.name));
}

/** Where a variable stands whose value is the port. */
function throughVariables(snapshot: Snapshot, port: Port): readonly Sighting[] {
  return [...snapshot.documents()].flatMap(({ path, compose, variables, variableSources, occurrences }) => {
    if (!compose && variables.length === 0 && variableSources.length === 0) return [];
    return occurrences.flatMap(occurrence => {
      if (occurrence.value.kind !== 'variable') return [];
      const { range, definition } = snapshot.resolve(path, occurrence);
      return definition && range && holds(range, port) ? [{ path, occurrence }] : [];
    });
  });
}

/** In the workspace that the page was opened in. */
export function places(at: readonly WorkspacePlace[]): Section | undefined {
  if (at.length === 0) return undefined;
  const shown = at.slice(0, MOST);
  const roots = [...new Set(shown.map(({ root }) => root))];
  const blocks = roots.flatMap((root): readonly Block[] => [
    ...(roots.length > 1 ? [label(root === '' ? 'Outside of the workspace' : root.replace(/^.*\//, ''))] : []),
    list(shown.filter(place => place.root === root).map(line)),
  ]);
  const more = at.length > MOST ? [paragraph(`And ${at.length - MOST} more.`)] : [];
  return { title: 'In this workspace', blocks: [...blocks, ...more] };
}

function line({ name, role, link }: WorkspacePlace): Line {
  return [go(code(name), link), ` ${role}`];
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function roleOf({ role, owner }: PortOccurrence): string {
  return owner === undefined ? ROLES[role] : `${ROLES[role]} (${owner.name})`;
}

const ROLES: Readonly<Record<PortOccurrence['role'], string>> = {
  listen: 'listens on it',
  publish: 'publishes it',
  target: 'container port',
  expose: 'exposes it',
  connect: 'connects to it',
  probe: 'probes it',
  advertise: 'advertises it',
  allow: 'allows it',
  deny: 'denies it',
  forward: 'forwards it',
  label: 'names it',
  registry: 'image registry',
};
