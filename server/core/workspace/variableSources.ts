import type { DocumentFacts } from '../facts/document.ts';
import { globTest } from '../text/glob.ts';
import { basename, dirname } from '../text/path.ts';
import { EMPTY_ENVIRONMENT, type Environment, environmentAt, environmentOf, firstOf } from './environment.ts';

/** What the variables of any file are worth, by the other files that it says they come from. */
export interface VariableSources {
  environment(facts: DocumentFacts | undefined, offset: number): Environment;
}

export function createVariableSources(documents: ReadonlyMap<string, DocumentFacts>): VariableSources {
  let byFolder: ReadonlyMap<string, readonly DocumentFacts[]> | undefined;
  const inFolder = (folder: string): readonly DocumentFacts[] => {
    byFolder ??= grouped(documents.values());
    return byFolder.get(folder) ?? [];
  };
  return {
    environment(facts, offset) {
      if (!facts) return EMPTY_ENVIRONMENT;
      const files = facts.variableSources.flatMap(({ folder, files }) => {
        const matches = globTest([files]);
        return inFolder(folder).filter(({ path }) => matches(basename(path)));
      });
      const own = environmentAt(facts, offset);
      return files.length === 0 ? own : firstOf([environmentOf(files), own]);
    },
  };
}

function grouped(documents: Iterable<DocumentFacts>): ReadonlyMap<string, readonly DocumentFacts[]> {
  const found = new Map<string, DocumentFacts[]>();
  for (const facts of documents) {
    const folder = dirname(facts.path);
    const others = found.get(folder);
    if (others) others.push(facts);
    else found.set(folder, [facts]);
  }
  return found;
}
