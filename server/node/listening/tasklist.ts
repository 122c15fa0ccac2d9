import { cleanName } from './processName.ts';

/** Names by process number, from `tasklist /FO CSV /NH`: `"java.exe","4711","Console","1","82,412 K"`. */
export function taskNames(text: string): ReadonlyMap<number, string> {
  const rows = text.matchAll(/^"((?:[^"\r\n]|"")*)","(\d+)"/gm);
  return new Map([...rows].map(([, name = '', pid]) => [Number(pid), cleanName(name.replaceAll('""', '"'))]));
}
