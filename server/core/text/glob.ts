import { once } from './once.ts';

/**
 * A glob as a test of paths: `*` and `?` stay in one folder, `**` crosses folders, `{a,b}` chooses. A glob without a slash
 * is held against the file's name alone; one with a slash against the end of the path, from a folder's beginning. `*.` is a
 * name without a dot.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  const test = once(() => compiled(globs));
  return path => test()(path);
}

function compiled(globs: readonly string[]): (path: string) => boolean {
  const names = globs.filter(glob => !glob.includes('/'));
  const paths = globs.filter(glob => glob.includes('/')).map(compiledPath);
  const name = names.length > 0 ? new RegExp(`^(?:${names.map(source).join('|')})$`, 'i') : undefined;
  return path => name?.test(path.slice(path.lastIndexOf('/') + 1)) === true || paths.some(matches => matches(path));
}

/** Nearly all paths lack the folder that a glob names, which is told without its expression. */
function compiledPath(glob: string): (path: string) => boolean {
  const needle = needleOf(glob);
  // It may begin in any folder as it is.
  const expression = new RegExp(`(?:^|/)${source(glob.replace(/^(?:\*\*\/)+/, ''))}$`);
  return path => path.includes(needle) && expression.test(path);
}

/** The longest part that every match of a glob must have; it may stand at the beginning of a path. */
export function needleOf(glob: string): string {
  const parts = glob.replace(/\{[^}]*\}/g, '*').split(/[*?]+/);
  return parts.sort((a, b) => b.length - a.length)[0]?.replace(/^\//, '') ?? '';
}

/** The endings, in lower case, of all names that the globs can match; undefined where one may end in anything. */
export function extensionsOf(globs: readonly string[]): ReadonlySet<string> | undefined {
  const endings = globs.flatMap(choices).map(glob => {
    const name = glob.slice(glob.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    const ending = name.slice(dot + 1);
    return dot < 0 ? (/[*?]/.test(name) ? undefined : '') : /[*?]/.test(ending) ? undefined : ending.toLowerCase();
  });
  return endings.includes(undefined) ? undefined : new Set(endings.filter(ending => ending !== undefined));
}

/** `a{b,c}` as `ab` and `ac`; choices do not nest. */
export function choices(glob: string): readonly string[] {
  const open = glob.indexOf('{');
  const close = glob.indexOf('}', open);
  if (open < 0 || close < 0) return [glob];
  const words = glob.slice(open + 1, close).split(',');
  return words.flatMap(word => choices(glob.slice(0, open) + word + glob.slice(close + 1)));
}

function source(glob: string): string {
  let result = '';
  let choices = 0;
  const whole = glob.startsWith('/') ? glob.slice(1) : glob;
  // The name of a file without a dot.
  const isDotless = whole === '*.' || whole.endsWith('/*.');
  const text = isDotless ? whole.slice(0, -2) : whole;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (text.startsWith('**/', at)) {
      result += '(?:[^/]*/)*';
      at += 2;
    } else if (text.startsWith('**', at)) {
      result += '.*';
      at++;
    } else if (char === '*') result += '[^/]*';
    else if (char === '?') result += '[^/]';
    else if (char === '{') {
      result += '(?:';
      choices++;
    } else if (char === '}' && choices > 0) {
      result += ')';
      choices--;
    } else if (char === ',' && choices > 0) result += '|';
    else result += char.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  }
  return result + (isDotless ? '[^./]*' : '') + ')'.repeat(choices);
}
