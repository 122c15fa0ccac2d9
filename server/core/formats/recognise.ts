import type { ProjectFile } from '../facts/projectFile.ts';
import { addTo } from '../text/addTo.ts';
import { choices, extensionsOf, globTest, needleOf } from '../text/glob.ts';
import { once } from '../text/once.ts';
import { basename, dirname, extension } from '../text/path.ts';
import { rootGlobTest } from '../text/rootGlob.ts';
import type { Format } from './format.ts';
import * as index from './index.ts';

/** In alphabetical order, as a module gives its exports; of two that tell a file alike, the first one counts. */
export const FORMATS: readonly Format[] = Object.values(index);

/** In characters: a larger file of no known format is somebody's data. */
export const LARGEST_UNKNOWN = 1_000_000;

/** Tells which format a file is of. Made once by each host, as compiling the globs costs a little. */
export interface Recogniser {
  /** By the path or the name alone; undefined where only the content could tell, or nothing can. */
  byName(path: string): Format | undefined;
  /** False where the project ignores the file, or no text at this path could be of any format: nobody needs to open it. */
  mayRead(path: string): boolean;
  /**
   * In the order of trust: the user's binding; a name or a content that can be nothing else; a name without wildcards, the
   * folders of the path, another name; the content; the editor's language id; last the formats that know a syntax only.
   */
  recognise(path: string, text: string, language?: string): Format | undefined;
  /** The project's own words for a port, in the names of a file's settings. */
  words(path: string): ReadonlySet<string>;
}

/** The project file that holds for a folder. */
export interface ProjectOf {
  readonly folder: string;
  readonly file: ProjectFile;
}

/** `bindings` are the user's own: a glob and the id of a format; a later one wins, and the project's go before them. */
export function createRecogniser(bindings: readonly GlobOfFormat[] = [], project?: ProjectOf): Recogniser {
  const bound = [
    ...bindings.map(({ glob, format }) => ({ format, matches: globTest([glob]) })),
    ...(project?.file.bindings ?? []).map(({ glob, format }) => ({
      format,
      matches: rootGlobTest(project?.folder ?? '', [glob]),
    })),
  ].flatMap(({ format: id, matches }) => {
    const format = FORMATS.find(candidate => candidate.id === id);
    return format ? [{ format, matches }] : [];
  });
  const ignored = rootGlobTest(project?.folder ?? '', project?.file.ignore ?? []);
  const words: ReadonlySet<string> = new Set(project?.file.keys);
  const { bySureName, byWholeName, byFolder, byOwnName, byContent, bySureContent, bySyntax } = FINDERS;
  const byBinding = (path: string): Format | undefined => bound.findLast(candidate => candidate.matches(path))?.format;
  const byRest = (path: string): Format | undefined =>
    byWholeName().get(basename(path).toLowerCase()) ?? byFolder(path) ?? byOwnName(path);
  const byName = (path: string): Format | undefined => byBinding(path) ?? bySureName(path) ?? byRest(path);
  const byMeaning = (path: string, text: string, language?: string): Format | undefined => {
    const looksSo = ({ content }: Format): boolean => content?.test(text) === true;
    return (
      byBinding(path) ??
      bySureName(path) ??
      bySureContent(path, looksSo) ??
      byRest(path) ??
      byContent(path, looksSo) ??
      (language === undefined ? undefined : FORMATS.find(format => format.languages.includes(language)))
    );
  };
  const byEnding = (path: string, text: string): Format | undefined =>
    text.length > LARGEST_UNKNOWN ? undefined : bySyntax(path);
  const mayRead = (path: string): boolean => (byName(path) ?? byContent(path) ?? bySyntax(path)) !== undefined;
  return {
    byName,
    mayRead: path => !ignored(path) && (mayRead(path) || (path !== made(path) && mayRead(made(path)))),
    recognise: (path, text, language) =>
      byMeaning(path, text, language) ??
      (path === made(path) ? undefined : byMeaning(made(path), text)) ??
      byEnding(path, text) ??
      byEnding(made(path), text),
    words: () => words,
  };
}

interface GlobOfFormat {
  readonly glob: string;
  readonly format: string;
}

/** The path of the file that is made from a template or an example: `app.yml` of `app.yml.j2`. */
function made(path: string): string {
  return path.replace(
    /\.(?:j2|jinja2?|tmpl|tpl|template|erb|gotmpl|mustache|ftl|hbs|liquid|example|sample|dist|default|in|orig)$/i,
    '',
  );
}

/** What the formats' own globs tell. Every recogniser asks the same ones, which compile what they are asked for. */
const FINDERS = finders(FORMATS.filter(({ isGeneral }) => isGeneral !== true));

function finders(told: readonly Format[]) {
  return {
    bySureName: finder(
      told.filter(({ isNameSure }) => isNameSure),
      ({ files }) => files.flatMap(choices).filter(isWhole),
    ),
    byWholeName: once(() => wholeNames(told)),
    byFolder: folderFinder(told),
    byOwnName: finder(told, ({ files }) => files.filter(glob => !glob.includes('/'))),
    byContent: finder(told, ({ content }) => content?.files ?? []),
    bySureContent: finder(told, ({ content }) => (content?.isSure ? content.files : [])),
    bySyntax: finder(
      FORMATS.filter(({ isGeneral }) => isGeneral),
      ({ files }) => files,
    ),
  };
}

function isWhole(glob: string): boolean {
  return !/[*?/]/.test(glob);
}

/** Names that are globs without a wildcard; a folder's name tells less than they do. */
function wholeNames(formats: readonly Format[]): ReadonlyMap<string, Format> {
  const found = new Map<string, Format>();
  for (const format of formats.toReversed())
    for (const glob of format.files.flatMap(choices)) if (isWhole(glob)) found.set(glob.toLowerCase(), format);
  return found;
}

/** The first format whose globs match a path, and which is accepted; a name's ending leaves few of them to try. */
type Finder = (path: string, accepts?: (format: Format) => boolean) => Format | undefined;

function finder(formats: readonly Format[], globsOf: (format: Format) => readonly string[]): Finder {
  const globs = once(() =>
    formats.flatMap(format => globsOf(format).map(glob => ({ format, glob, endings: extensionsOf([glob]) }))),
  );
  // Made when a name of the ending is first met: a folder has names of a few.
  const byEnding = new Map<string, readonly Entry[]>();
  return (path, accepts) => {
    const ending = extension(basename(path)).toLowerCase();
    const known = byEnding.get(ending) ?? entriesFor(ending, globs());
    byEnding.set(ending, known);
    for (const { format, matches, isOther } of known)
      if (matches(path) && !isOther?.(path) && accepts?.(format) !== false) return format;
    return undefined;
  };
}

/** The first format with a glob for the folders of a path. Most folders are named by none, which is looked at once for each. */
function folderFinder(formats: readonly Format[]): Finder {
  const globs = once(() =>
    formats.flatMap(format =>
      format.files
        .filter(glob => glob.includes('/'))
        .map(glob => ({
          format,
          needle: needleOf(glob.slice(0, glob.lastIndexOf('/') + 1)),
          matches: globTest([glob]),
          isOther: format.except && globTest(format.except),
        })),
    ),
  );
  const byFolder = new Map<string, ReturnType<typeof globs>>();
  return path => {
    const folder = `${dirname(path)}/`;
    const known = byFolder.get(folder) ?? globs().filter(({ needle }) => folder.includes(needle));
    if (byFolder.size > MOST_FOLDERS) byFolder.clear();
    byFolder.set(folder, known);
    return known.find(({ matches, isOther }) => matches(path) && !isOther?.(path))?.format;
  };
}

/** So many folders are remembered at a time. */
const MOST_FOLDERS = 500;

interface KnownGlob {
  readonly format: Format;
  readonly glob: string;
  /** Undefined where a name may end in anything. */
  readonly endings: ReadonlySet<string> | undefined;
}

/** Names of these endings are configuration only where a glob says so: `Dockerfile.*` means no `Dockerfile.ts`. */
const CODE: ReadonlySet<string> = new Set(
  'ts tsx mts cts js jsx mjs cjs vue svelte py pyi rb php go rs java kt scala swift c h cc cpp hpp cs fs vb dart lua pl pm r jl sql css scss less html htm md mdx rst adoc svg png jpg jpeg gif ico webp woff woff2 ttf pdf map lock'.split(
    ' ',
  ),
);

/** Of each format only the globs that can match a name of the ending. */
function entriesFor(ending: string, globs: readonly KnownGlob[]): readonly Entry[] {
  const own = new Map<Format, string[]>();
  for (const { format, glob, endings } of globs) {
    if (endings ? !endings.has(ending) : CODE.has(ending)) continue;
    addTo(own, format, glob);
  }
  return [...own].map(([format, matching]) => ({
    format,
    // `*.yml` for a name that ends so.
    matches: matching.some(glob => glob === `*.${ending}` || isEnding(glob)) ? () => true : globTest(matching),
    isOther: format.except && globTest(format.except),
  }));
}

/** `*.{yml,yaml}`, which matches every name of the bucket that its endings put it in. */
function isEnding(glob: string): boolean {
  return /^\*\.\{[\w,]+\}$/.test(glob);
}

interface Entry {
  readonly format: Format;
  matches(path: string): boolean;
  readonly isOther: ((path: string) => boolean) | undefined;
}
