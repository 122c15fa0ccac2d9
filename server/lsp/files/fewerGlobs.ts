/**
 * As few globs as possible that match the same files: an editor makes a watcher of each, and in the web a search. One for
 * all endings and one for all names take the place of most; what those match already is left out.
 */
export function fewerGlobs(globs: readonly string[]): readonly string[] {
  const expanded = globs.map(glob => ({ glob, parts: expand(glob) }));
  const endings = new Set<string>();
  for (const { parts } of expanded) for (const part of parts) add(endings, ENDING.exec(part));
  const shortest = new Set([...endings].filter(ending => !endsInOne(`.${ending}`, 1, endings)));
  const names = new Set<string>();
  const rest = new Set<string>();
  for (const { glob, parts } of expanded)
    for (const part of parts) if (!endsInOne(part, 0, endings) && !add(names, NAME.exec(part))) rest.add(glob);
  return [
    ...anyOf('**/*.', shortest, ending => !ending.endsWith('*')),
    ...anyOf('**/*.', shortest, ending => ending.endsWith('*')),
    ...anyOf('**/', names, () => true),
    ...rest,
  ];
}

/** As in `*.yaml`, `*.env.local`, `*.conf.*`. */
const ENDING = /^\*\*\/\*\.([\w-][\w.-]*(?:\.\*)?)$/;
/** As in `Dockerfile`, `.env`. */
const NAME = /^\*\*\/([\w.-]+)$/;

function add(set: Set<string>, match: RegExpExecArray | null): boolean {
  if (match?.[1] !== undefined) set.add(match[1]);
  return match !== null;
}

/** True where something after one of its dots, from an offset on, is among the endings. */
function endsInOne(text: string, from: number, endings: ReadonlySet<string>): boolean {
  for (let dot = text.indexOf('.', from); dot !== -1; dot = text.indexOf('.', dot + 1))
    if (endings.has(text.slice(dot + 1))) return true;
  return false;
}

function anyOf(before: string, all: ReadonlySet<string>, those: (part: string) => boolean): readonly string[] {
  const parts = [...all].filter(those).sort();
  if (parts.length === 0) return [];
  return [parts.length === 1 ? `${before}${parts[0]}` : `${before}{${parts.join(',')}}`];
}

/** `a{b,c}` as `ab` and `ac`. A glob with a group in a group stays as it is. */
function expand(glob: string): readonly string[] {
  const open = glob.indexOf('{');
  const close = glob.indexOf('}', open);
  const inner = glob.slice(open + 1, close);
  if (open === -1 || close === -1 || inner.includes('{')) return [glob];
  const [before, after] = [glob.slice(0, open), glob.slice(close + 1)];
  return inner.split(',').flatMap(each => expand(`${before}${each}${after}`));
}
