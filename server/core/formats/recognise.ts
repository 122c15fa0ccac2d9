import { globTest } from '../text/glob.ts';
import type { Format } from './format.ts';
import * as index from './index.ts';

export const FORMATS: readonly Format[] = Object.values(index);

/** Tells which format a file is of. Made once by each host, as compiling the globs costs a little. */
export interface Recogniser {
  /** By the name alone; undefined where only the content could tell, or nothing can. */
  byName(path: string): Format | undefined;
  /** True where a look at the content may tell what the name does not. */
  mayTellByContent(path: string): boolean;
  /** In the order of trust: the user's binding, the name, the content, the editor's language id. */
  recognise(path: string, text: string, language?: string): Format | undefined;
}

/** `bindings` are the user's own: a glob and the id of a format; a later one wins. */
export function createRecogniser(
  bindings: readonly { readonly glob: string; readonly format: string }[] = [],
): Recogniser {
  const bound = bindings.flatMap(({ glob, format: id }) => {
    const format = FORMATS.find(candidate => candidate.id === id);
    return format ? [{ format, matches: globTest([glob]) }] : [];
  });
  const named = FORMATS.map(format => ({ format, matches: matcherOf(format) }));
  const byContent = FORMATS.flatMap(format =>
    format.content ? [{ format, matches: globTest(format.content.files), test: format.content.test }] : [],
  );
  const byName = (path: string): Format | undefined =>
    bound.findLast(candidate => candidate.matches(path))?.format ??
    named.find(candidate => candidate.matches(path))?.format;
  return {
    byName,
    mayTellByContent: path => byContent.some(candidate => candidate.matches(path)),
    recognise: (path, text, language) =>
      byName(path) ??
      byContent.find(candidate => candidate.matches(path) && candidate.test(text))?.format ??
      (language === undefined ? undefined : FORMATS.find(format => format.languages.includes(language))),
  };
}

function matcherOf({ files, except = [] }: Format): (path: string) => boolean {
  const matches = globTest(files);
  const isOther = globTest(except);
  return path => matches(path) && !isOther(path);
}
