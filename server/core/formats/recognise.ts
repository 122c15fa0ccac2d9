import { extensionsOf, globTest } from '../text/glob.ts';
import { once } from '../text/once.ts';
import { basename, extension } from '../text/path.ts';
import type { Format } from './format.ts';
import * as index from './index.ts';

export const FORMATS: readonly Format[] = Object.values(index);

/** In characters: a larger file of no known format is somebody's data. */
export const LARGEST_UNKNOWN = 1_000_000;

/** Tells which format a file is of. Made once by each host, as compiling the globs costs a little. */
export interface Recogniser {
  /** By the path or the name alone; undefined where only the content could tell, or nothing can. */
  byName(path: string): Format | undefined;
  /** False where no text at this path could be of any format, so that nobody needs to open it. */
  mayRead(path: string): boolean;
  /**
   * In the order of trust: the user's binding, the content where it is sure, the folders of the path, the name, the
   * content, the editor's language id; last the formats that know a syntax only.
   */
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
  const known = FORMATS.filter(({ isGeneral }) => isGeneral !== true);
  const byPath = table(known, ({ files }) => files.filter(glob => glob.includes('/')));
  const byOwnName = table(known, ({ files }) => files.filter(glob => !glob.includes('/')));
  const byContent = table(known, ({ content }) => content?.files ?? []);
  const bySureContent = table(known, ({ content }) => (content?.isSure ? content.files : []));
  const bySyntax = table(
    FORMATS.filter(({ isGeneral }) => isGeneral),
    ({ files }) => files,
  );
  const byBinding = (path: string): Format | undefined => bound.findLast(candidate => candidate.matches(path))?.format;
  const byFolders = (path: string): Format | undefined => byPath(path).next().value;
  const byName = (path: string): Format | undefined =>
    byBinding(path) ?? byFolders(path) ?? byOwnName(path).next().value;
  const byLook = (candidates: Iterable<Format>, text: string): Format | undefined => {
    for (const format of candidates) if (format.content?.test(text)) return format;
    return undefined;
  };
  const byMeaning = (path: string, text: string, language?: string): Format | undefined =>
    byBinding(path) ??
    byLook(bySureContent(path), text) ??
    byFolders(path) ??
    byOwnName(path).next().value ??
    byLook(byContent(path), text) ??
    (language === undefined ? undefined : FORMATS.find(format => format.languages.includes(language)));
  const byEnding = (path: string, text: string): Format | undefined =>
    text.length > LARGEST_UNKNOWN ? undefined : bySyntax(path).next().value;
  const mayRead = (path: string): boolean =>
    byName(path) !== undefined || byContent(path).next().done === false || bySyntax(path).next().done === false;
  return {
    byName,
    mayRead: path => mayRead(path) || (path !== made(path) && mayRead(made(path))),
    recognise: (path, text, language) =>
      byMeaning(path, text, language) ??
      (path === made(path) ? undefined : byMeaning(made(path), text)) ??
      byEnding(path, text) ??
      byEnding(made(path), text),
  };
}

/** The path of the file that is made from a template or an example: `app.yml` of `app.yml.j2`. */
function made(path: string): string {
  return path.replace(
    /\.(?:j2|jinja2?|tmpl|tpl|template|erb|gotmpl|mustache|ftl|hbs|liquid|example|sample|dist|default|in|orig)$/i,
    '',
  );
}

/** The formats whose globs match a path; a name's ending leaves few of them to try. */
type Candidates = (path: string) => Generator<Format, undefined>;

function table(formats: readonly Format[], globsOf: (format: Format) => readonly string[]): Candidates {
  const entries = once(() => entriesByExtension(formats, globsOf));
  return function* (path) {
    const { known, others } = entries();
    for (const { format, matches, isOther } of known.get(extension(basename(path)).toLowerCase()) ?? others)
      if (matches(path) && !isOther(path)) yield format;
    return undefined;
  };
}

interface Entries {
  readonly known: ReadonlyMap<string, readonly Entry[]>;
  /** For every other ending. */
  readonly others: readonly Entry[];
}

/** Of each format only the globs that can match a name of the ending, as most files are of a few endings. */
function entriesByExtension(formats: readonly Format[], globsOf: (format: Format) => readonly string[]): Entries {
  const globs = formats.flatMap(format =>
    globsOf(format).map(glob => ({ format, glob, endings: extensionsOf([glob]) })),
  );
  const entriesFor = (ending: string | undefined): readonly Entry[] => {
    const own = new Map<Format, string[]>();
    for (const { format, glob, endings } of globs) {
      if (endings && (ending === undefined || !endings.has(ending))) continue;
      own.set(format, [...(own.get(format) ?? []), glob]);
    }
    return [...own].map(([format, matching]) => ({
      format,
      matches: globTest(matching),
      isOther: globTest(format.except ?? []),
    }));
  };
  const endings = new Set(globs.flatMap(glob => [...(glob.endings ?? [])]));
  return { known: new Map([...endings].map(ending => [ending, entriesFor(ending)])), others: entriesFor(undefined) };
}

interface Entry {
  readonly format: Format;
  matches(path: string): boolean;
  isOther(path: string): boolean;
}
