import { FORMATS, isGenerated } from '../../core/analysis.ts';
import type { Model } from '../model.ts';
import { pathOf } from '../uris.ts';
import { fewerGlobs } from './fewerGlobs.ts';
import type { Cancel, Files } from './files.ts';

export interface Finder {
  readonly files: Files;
  readonly model: Model;
  /** The globs that users have bound to formats. */
  bindings(): readonly string[];
}

/** URIs of the files in folders that may hold ports, judged by their names alone. */
export async function* findPortFiles(
  { files, model, bindings }: Finder,
  folders: readonly string[],
  cancel: Cancel,
): AsyncIterable<string> {
  const globs = globsOf(bindings());
  const recogniser = model.recogniser();
  for (const folder of folders) {
    for await (const uri of files.find(folder, globs, cancel)) {
      if (cancel.isCancellationRequested) return;
      const path = pathOf(uri);
      if (recogniser.mayRead(path) && !isGenerated(path)) yield uri;
    }
  }
}

/** Globs, relative to a folder, for every file that may hold ports: a format's own glob counts in any folder. */
export function globsOf(bindings: readonly string[]): readonly string[] {
  const own = FORMATS.flatMap(({ files, content }) => [...files, ...(content?.files ?? [])]);
  return fewerGlobs([...new Set([...own, ...bindings].map(glob => `**/${glob.replace(/^(?:\*\*)?\//, '')}`))]);
}
