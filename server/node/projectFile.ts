import { existsSync } from 'node:fs';
import {
  createRecogniser,
  type ProjectRoot,
  projectRootOf,
  type Recogniser,
  readProjectFile,
} from '../core/analysis.ts';
import { guarded } from './guarded.ts';
import type { TextReader } from './readText.ts';

/** How the files of a root are read and judged. */
export interface RootSettings {
  readonly projectRoot: ProjectRoot;
  readonly recogniser: Recogniser;
}

/** `config` is the path of the file that holds instead of the root's own; it has to be there. */
export function rootSettings(
  root: string,
  config: string | undefined,
  reader: TextReader,
  skip: (path: string, reason: string) => void,
): RootSettings {
  const projectRoot = config === undefined ? projectRootOf(root) : { folder: root, file: config };
  const plain = { projectRoot, recogniser: createRecogniser() };
  if (config === undefined && !existsSync(projectRoot.file)) return plain;
  const read = reader.readPath(projectRoot.file);
  const file = 'reason' in read ? read : guarded(() => readProjectFile(read.text));
  if ('reason' in file) {
    skip(projectRoot.file, file.reason);
    return plain;
  }
  return { projectRoot, recogniser: createRecogniser([], { folder: root, file }) };
}
