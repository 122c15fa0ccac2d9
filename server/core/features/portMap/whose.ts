import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { basename, dirname } from '../../text/path.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** The folder of the compose project around a file, else its own. */
export function nearest(folders: ReadonlyMap<string, unknown>, start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** `prometheus` for Prometheus. */
export function serviceCalled(program: string, projects: readonly ComposeProject[] = []): string | undefined {
  const name = program.toLowerCase();
  for (const { services } of projects) {
    const found = services.find(service => service.name.toLowerCase() === name);
    if (found) return found.name;
  }
  return undefined;
}

/** The services that are built by a Dockerfile; none where there are several. */
export function buildersOf(snapshot: Snapshot): ReadonlyMap<string, string | undefined> {
  const builders = new Map<string, string | undefined>();
  for (const { services } of snapshot.projects())
    for (const { name, dockerfiles } of services)
      for (const path of dockerfiles)
        builders.set(path, builders.has(path) && builders.get(path) !== name ? undefined : name);
  return builders;
}

/** A stage of a Dockerfile is called by the service that it builds, else by the folder that it stands in: `bind` in `bind/9.18/`. */
export function ownerName(
  { path, format }: DocumentFacts,
  owner: PortOccurrence['owner'],
  service: string | undefined,
): string | undefined {
  if (owner?.kind === 'stage') return service ?? folderName(dirname(path));
  return owner?.name ?? service ?? (format === 'systemd' ? unitName(path) : undefined);
}

/** `web` for `web.service`, `web.socket` and `web.service.d/port.conf`. */
function unitName(path: string): string {
  const isDropIn = dirname(path).endsWith('.d');
  return basename(isDropIn ? dirname(path) : path).replace(/\.\w+(?:\.d)?$/, '');
}

function folderName(folder: string): string {
  const name = basename(folder);
  const above = dirname(folder);
  return NAMELESS.test(name) && above !== folder && basename(above) !== '' ? folderName(above) : name;
}

/** What a version, or the tool, is called. */
const NAMELESS = /^(?:v?\d[\d.]*\w*|\.?docker|dockerfiles?|build|\.devcontainer|latest|image|container)$/i;
