import { basename, type MapNames, relativePath, type Snapshot } from '../../../core/analysis.ts';
import { type Folder, folderAround } from '../../folders.ts';

/** How places are called in one snapshot: files as seen from their workspace folder, which is named where there are several. */
export function mapNames(snapshot: Snapshot, folders: readonly Folder[], who: MapNames['who']): MapNames {
  const shown = (path: string): string => {
    const folder = folderAround(folders, path);
    if (!folder) return path;
    const relative = relativePath(folder.path, path);
    if (folders.length === 1) return relative;
    const name = folderName(folder.path);
    return relative === '.' ? name : `${name}/${relative}`;
  };
  return {
    file: ({ path }) => shown(path),
    facts: path => snapshot.facts(path),
    project(folder) {
      const name = shown(folder);
      return name === '.' ? folderName(folder) : name;
    },
    who,
  };
}

/** The root of a host (`memfs://host/`) goes by that host. */
function folderName(path: string): string {
  return basename(path.replace(/\/+$/, '')) || path;
}
