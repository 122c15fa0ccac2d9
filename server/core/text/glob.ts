/**
 * A glob as a test of paths: `*` and `?` stay in one folder, `**` crosses folders, `{a,b}` chooses. A glob without a slash
 * is held against the file's name alone; one with a slash against the end of the path, from a folder's beginning.
 */
export function globTest(globs: readonly string[]): (path: string) => boolean {
  const names = globs.filter(glob => !glob.includes('/'));
  const paths = globs.filter(glob => glob.includes('/'));
  const name = names.length > 0 ? new RegExp(`^(?:${names.map(source).join('|')})$`, 'i') : undefined;
  const whole = paths.length > 0 ? new RegExp(`(?:^|/)(?:${paths.map(source).join('|')})$`) : undefined;
  return path => name?.test(path.slice(path.lastIndexOf('/') + 1)) === true || whole?.test(path) === true;
}

function source(glob: string): string {
  let result = '';
  let choices = 0;
  const text = glob.startsWith('/') ? glob.slice(1) : glob;
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
  return result + ')'.repeat(choices);
}
