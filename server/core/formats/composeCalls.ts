import type { ComposeCall } from '../facts/composeCall.ts';
import { PIPELINES } from '../facts/pipelines.ts';
import { optional } from '../text/optional.ts';

/** Files in which a command line is meant as it stands; notes and answers in others need not be. */
const FORMATS: ReadonlySet<string> = new Set([
  ...PIPELINES,
  'justfile',
  'makefile',
  'package-json',
  'shell',
  'taskfile',
]);

/**
 * The `-f` lists of a text that name every file. By the letter, as a call stands in all kinds of quotes and lists; what a
 * variable leaves open is no list. https://docs.docker.com/reference/cli/docker/compose/#use--f-to-specify-the-name-and-path-of-one-or-more-compose-files
 */
export function readComposeCalls(format: string, text: string): readonly ComposeCall[] {
  if (!FORMATS.has(format) || !text.includes('compose')) return [];
  const calls: ComposeCall[] = [];
  for (const found of text.matchAll(CALL)) {
    const end = found.index + found[0].length;
    const call = readOptions(text.slice(end, end + LONGEST));
    if (!call) continue;
    const line = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index);
    if (/^\s*(?:#|\/\/)/.test(line)) continue;
    const folder = /(?:^|[\s"';&(@])cd\s+["']?([\w./-]+)["']?\s*(?:&&|;)[^;&|]*$/.exec(line)?.[1];
    calls.push({ ...call, ...optional('folder', folder) });
  }
  return calls;
}

const CALL = /\bdocker(?:-compose(?:\.exe)?|[ \t]+compose)(?=[ \t]|\\\r?\n)/g;

/** In UTF-16 units, behind the program's name. */
const LONGEST = 2000;

/** A word with the blanks and joined lines before it. Quotes within JSON have a backslash. */
const WORD = /(?:[ \t]|\\\r?\n)+(?:\\?"([^"\\\n]*)\\?"|'([^'\n]*)'|([^\s"'\\;&|()]+))/y;

/** Options of the program itself that take a value. */
const WITH_VALUE =
  /^(?:-f|--file|--env-file|--profile|-p|--project-name|--project-directory|--ansi|--parallel|--progress)$/;

function readOptions(text: string): Omit<ComposeCall, 'folder'> | undefined {
  const values = new Map<string, string[]>();
  const words = wordsOf(text);
  for (let word = words.next(); !word.done && word.value.startsWith('-'); word = words.next()) {
    const [, name = word.value, joined] = /^(--?[\w-]+)=(.*)$/.exec(word.value) ?? [];
    const value = joined ?? (WITH_VALUE.test(name) ? words.next().value : undefined);
    if (!WITH_VALUE.test(name) || typeof value !== 'string') continue;
    const key = name === '-f' ? '--file' : name;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const files = values.get('--file') ?? [];
  const envFiles = values.get('--env-file') ?? [];
  if (files.length === 0 || values.has('--project-directory')) return undefined;
  if ([...files, ...envFiles].some(file => /[$`{}*<>%]|^-$/.test(file))) return undefined;
  return { files, envFiles, profiles: values.get('--profile') ?? [] };
}

function* wordsOf(text: string): Generator<string, undefined> {
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; ) {
    const next = WORD.lastIndex;
    yield found[1] ?? found[2] ?? found[3] ?? '';
    WORD.lastIndex = next;
    found = WORD.exec(text);
  }
  return undefined;
}
