import type { VariableDefinition } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import { interpolate } from '../ports/read/interpolate.ts';
import { readPort } from '../ports/read/port.ts';
import { readSetting } from '../ports/read/setting.ts';
import { settingOccurrence } from '../ports/settingOccurrence.ts';
import type { PortValue } from '../ports/value.ts';
import { type DotenvEntry, readDotenv } from '../syntax/dotenv.ts';
import { type Mapped, UNKNOWN } from '../text/mapped.ts';
import { optional } from '../text/optional.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';

/** Environment files. https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax */
export const dotenv: Format = defineFormat({
  id: 'dotenv',
  title: 'Environment file',
  documentation:
    'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax',
  files: [
    '.env',
    '.env.*',
    '.env-*',
    '.env_*',
    '*.env',
    '*.env.{example,sample,template,tmpl,dist,default,defaults,local,dev,development,test,testing,ci,staging,prod,production}',
    'env.{example,sample,template,dist,default,defaults,local,dev,development,test,prod,production}',
    '.flaskenv',
  ],
  isNameSure: true,
  languages: ['dotenv', 'env'],
  content: { files: ['*.'], test: holdsVariables },
  reads: [{ where: '*', what: 'by the words of its key' }],
  read: readFile,
});

function readFile({ text, words }: Source): FormatFacts {
  const { entries, comments, errors } = readDotenv(text);
  return {
    occurrences: entries.flatMap(each => readOccurrences(each, words)),
    variables: readVariables(entries),
    comments,
    contentStart: entries[0]?.nameSpan.start ?? text.length,
    syntaxErrors: errors,
  };
}

/** Only what is written at its place: a number behind `$OTHER` is an occurrence where `OTHER` is set. */
function readOccurrences({ name, value, quote }: DotenvEntry, words: ReadonlySet<string>): PortOccurrence[] {
  const filled = quote === "'" ? value : interpolate(value, 'backslash');
  return readSetting(name, filled, words).map((port, index, all) =>
    settingOccurrence(port, {
      token: value.span,
      namespace: { kind: 'unknown' },
      path: all.length === 1 ? [name] : [name, index],
    }),
  );
}

/** A value may use the keys above it. */
function readVariables(entries: readonly DotenvEntry[]): VariableDefinition[] {
  const known = new Map<string, string>();
  let filledIn = 0;
  return entries.map(({ name, nameSpan, value: written, quote }) => {
    const isLiteral = quote === "'" || written.text.length > LONGEST || filledIn > MOST;
    const value = isLiteral ? written : interpolate(written, 'backslash', key => known.get(key));
    const { text } = value;
    if (text.length <= LONGEST && !text.includes(UNKNOWN)) known.set(name, text);
    else known.delete(name);
    filledIn += value === written ? 0 : text.length;
    return { name, nameSpan, value, ...optional('port', portOf(value)) };
  });
}

/** Values that double each other line by line would grow without these bounds, both in characters. */
const LONGEST = 1000;
const MOST = 1_000_000;

function portOf(value: Mapped): PortValue | undefined {
  if (!/^[\d\uFFFC]{1,6}(?:-\d{1,5})?$/.test(value.text)) return undefined;
  return readPort(value, 0, value.text.length, '-').value;
}

/** Variables and comments, and nothing else: what services are started with (`/etc/default/x`). */
function holdsVariables(text: string): boolean {
  const lines = text.slice(0, 4000).split('\n').slice(0, -1);
  const written = lines.filter(line => /^[^#\s]/.test(line));
  return written.length > 1 && written.every(line => /^(?:export )?[A-Z_][A-Z\d_]{1,80}=/.test(line));
}
