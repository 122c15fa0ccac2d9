import type { Registry } from '../../../../registry/registry.ts';
import { basename, type MapNames, type MapPlace, relativePath, type Snapshot, who } from '../../../core/analysis.ts';
import { type Folder, folderAround } from '../../folders.ts';

/** How places are called in one snapshot: files as seen from their workspace folder, which is named where there are several. */
export function mapNames(snapshot: Snapshot, registry: Registry, folders: readonly Folder[]): MapNames {
  const users = new Map<MapPlace, string | undefined>();
  const shown = (path: string): string => {
    const folder = folderAround(folders, path);
    if (!folder) return path;
    const relative = relativePath(folder.path, path);
    if (folders.length === 1) return relative;
    const name = basename(folder.path);
    return relative === '.' ? name : `${name}/${relative}`;
  };
  return {
    file: ({ path }) => shown(path),
    facts: path => snapshot.facts(path),
    project(folder) {
      const name = shown(folder);
      return name === '.' ? basename(folder) : name;
    },
    who(place) {
      const known = users.get(place);
      if (known !== undefined || users.has(place)) return known;
      const found = who(registry, place);
      users.set(place, found);
      return found;
    },
  };
}
