import type { DocumentFacts } from '../../facts/document.ts';
import { type HostPort, ofService } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A file that another one includes may have values there that it has not by itself. */
export function takersIn(snapshot: Snapshot, { path, compose }: DocumentFacts): readonly HostPort[] {
  const own = snapshot.hostPorts(path);
  if (!compose) return own;
  const known = new Set(own.map(({ span }) => span.start));
  const others = snapshot.projectsOf(path).flatMap(project => {
    const found = snapshot
      .published(project)
      .filter(({ port, host }) => port.path === path && !known.has(host.span.start));
    for (const { host } of found) known.add(host.span.start);
    return found;
  });
  return [...own, ...others.map(ofService)];
}

/** The places of `.env` files that give compose projects their host ports, with the names of the variables. */
export function settingsOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const project of snapshot.projects())
    for (const { host, port } of snapshot.published(project)) {
      const definition = host.variable === undefined ? undefined : port.environment.definition(host.variable);
      if (definition) found.set(`${definition.path} ${definition.span.start}`, definition.name);
    }
  return found;
}
