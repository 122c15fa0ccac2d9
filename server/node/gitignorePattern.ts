/** One line of a `.gitignore`. https://git-scm.com/docs/gitignore#_pattern_format */
export interface IgnorePattern {
  /** `!pattern`: takes back what an earlier line ignores. */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** `path` is relative to the folder of the file that holds the pattern; `name` is its last part. */
  matches(path: string, name: string): boolean;
}

/** Undefined for blanks, comments, and patterns that git never matches. */
export function readIgnorePattern(line: string): IgnorePattern | undefined {
  let text = line.replace(/(?<!\\)((?:\\\\)*) +$/, '$1');
  if (text === '' || text.startsWith('#')) return undefined;
  const negated = text.startsWith('!');
  if (negated) text = text.slice(1);
  const foldersOnly = text.endsWith('/');
  if (foldersOnly) text = text.slice(0, -1);
  if (text === '') return undefined;
  const anchored = text.includes('/');
  if (!anchored) {
    const part = partTest(text);
    return part && { negated, foldersOnly, matches: (_path, name) => part(name) };
  }
  const relative = text.replace(/^\//, '');
  // Nearly all patterns are plain, or begin so: comparing the beginning saves taking the path apart.
  const plain = /^[^*?[\\]*/.exec(relative)?.[0] ?? '';
  if (plain === relative) return { negated, foldersOnly, matches: path => path === relative };
  const parts: (PartTest | typeof ANY)[] = [];
  for (const written of relative.split('/')) {
    const part = /^\*{2,}$/.test(written) ? ANY : partTest(written);
    if (!part) return undefined;
    parts.push(part);
  }
  return { negated, foldersOnly, matches: path => path.startsWith(plain) && matchParts(parts, path.split('/')) };
}

type PartTest = (name: string) => boolean;

/** `**`: any number of folders. */
const ANY = Symbol('**');

/** Goes back to the last `**` only: an earlier one could match nothing that the last cannot, so the time stays bounded. */
function matchParts(parts: readonly (PartTest | typeof ANY)[], names: readonly string[]): boolean {
  let part = 0;
  let name = 0;
  let lastAny = -1;
  let resume = 0;
  while (name < names.length) {
    const test = parts[part];
    if (test === ANY) {
      lastAny = part++;
      resume = name;
      // `a/**` is all inside `a`, not `a` itself; the loop ends with at least one name left for it.
      if (part === parts.length) return true;
    } else if (test?.(names[name] ?? '')) {
      part++;
      name++;
    } else if (lastAny >= 0) {
      part = lastAny + 1;
      name = ++resume;
    } else return false;
  }
  return part === parts.length;
}

/** A test of one name; plain texts, `*.log` and `log*` need no machine. */
function partTest(pattern: string): PartTest | undefined {
  const tokens = tokensOf(pattern);
  if (!tokens) return undefined;
  const stars = tokens.filter(token => token === STAR).length;
  const plain = tokens.every(token => token === STAR || typeof token === 'string');
  const text = tokens.filter(token => typeof token === 'string').join('');
  if (plain && stars === 0) return name => name === text;
  if (plain && stars === 1 && tokens[0] === STAR) return name => name.endsWith(text);
  if (plain && stars === 1 && tokens.at(-1) === STAR) return name => name.startsWith(text);
  return name => matchTokens(tokens, name);
}

/** A character, a set of characters, or any number of them. */
type Token = string | typeof STAR | ((char: string) => boolean);

const STAR = Symbol('*');

function matchTokens(tokens: readonly Token[], name: string): boolean {
  let token = 0;
  let at = 0;
  let lastStar = -1;
  let resume = 0;
  while (at < name.length) {
    const test = tokens[token];
    const char = name[at] ?? '';
    if (test === STAR) {
      lastStar = token++;
      resume = at;
    } else if (typeof test === 'function' ? test(char) : test === char) {
      token++;
      at++;
    } else if (lastStar >= 0) {
      token = lastStar + 1;
      at = ++resume;
    } else return false;
  }
  while (tokens[token] === STAR) token++;
  return token === tokens.length;
}

function tokensOf(pattern: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    if (char === '\\') {
      at++;
      if (at === pattern.length) return undefined;
      tokens.push(pattern[at] ?? '');
    } else if (char === '*') {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else if (char === '?') tokens.push(() => true);
    else if (char === '[') {
      const set = readSet(pattern, at);
      if (!set) return undefined;
      tokens.push(set.test);
      at = set.end;
    } else tokens.push(char);
  }
  return tokens;
}

/** `[a-z]`, `[!x]`, `[[:digit:]]`; undefined where it is not closed. `end` is the offset of its `]`. */
function readSet(
  pattern: string,
  start: number,
): { readonly test: (char: string) => boolean; readonly end: number } | undefined {
  let at = start + 1;
  const negated = pattern[at] === '!' || pattern[at] === '^';
  if (negated) at++;
  const first = at;
  const tests: ((char: string) => boolean)[] = [];
  const next = (): string => (pattern[at] === '\\' ? (pattern[++at] ?? '') : (pattern[at] ?? ''));
  for (; at < pattern.length; at++) {
    if (pattern[at] === ']' && at > first) return { test: char => tests.some(test => test(char)) !== negated, end: at };
    const named = /^\[:(\w+):\]/.exec(pattern.slice(at));
    if (named) {
      const expression = NAMED_SETS[named[1] ?? ''];
      if (!expression) return undefined;
      tests.push(char => expression.test(char));
      at += named[0].length - 1;
      continue;
    }
    const from = next();
    if (pattern[at + 1] === '-' && pattern[at + 2] !== ']' && at + 2 < pattern.length) {
      at += 2;
      const to = next();
      tests.push(char => from <= char && char <= to);
    } else tests.push(char => char === from);
  }
  return undefined;
}

const NAMED_SETS: Readonly<Record<string, RegExp>> = {
  alnum: /[a-zA-Z0-9]/,
  alpha: /[a-zA-Z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9a-fA-F]/,
};
