import type { PortOccurrence } from '../ports/occurrence.ts';
import { readSetting } from '../ports/read/setting.ts';
import { settingOccurrence } from '../ports/settingOccurrence.ts';
import { concat, type Mapped, opaque, originOf, slice, UNKNOWN, verbatim } from '../text/mapped.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';

/** Templates of the apps of TrueNAS: Jinja that calls a library, which writes the compose file. */
export const truenasApp: Format = defineFormat({
  id: 'truenas-app',
  title: 'TrueNAS app',
  documentation: 'https://github.com/truenas/apps/blob/master/CONTRIBUTIONS.md',
  files: [],
  languages: [],
  content: { files: ['*.{yaml,yml}'], isSure: true, test: text => text.includes('ix_lib.base.render.Render(') },
  reads: [{ where: '{% … %}', what: 'arguments, by the words of the one before or of their key' }],
  read,
});

function read({ text }: Source): FormatFacts {
  const occurrences: PortOccurrence[] = [];
  const opening = /\{[%#]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const isComment = found[0] === '{#';
    const end = text.indexOf(isComment ? '#}' : '%}', found.index);
    if (end < 0) break;
    if (!isComment)
      for (const port of readStatement(verbatim(text, { start: found.index, end }))) occurrences.push(port);
    opening.lastIndex = end;
  }
  return { occurrences, comments: [], contentStart: 0 };
}

/** `add_env("DB_PORT", 5432)`, `{"container_port": 443 if tls else 80}`, `set port = 8080`. */
const PAIR =
  /(?:"([\w.-]{1,80})"\s{0,9}[,:]|\bset\s{1,9}(\w{1,80})\s{0,9}=)\s{0,9}(?:"([^"\n]{1,500})"|(\d{1,5})(?![\w.])(?:\s{1,9}if\s[^,"}]{1,200}\selse\s{1,9}(\d{1,5})(?![\w.]))?)/dg;

function readStatement(statement: Mapped): readonly PortOccurrence[] {
  return [...statement.text.matchAll(PAIR)].flatMap(({ 1: quoted, 2: named, indices }) =>
    [3, 4, 5].flatMap(group => {
      const place = indices?.[group];
      if (!place) return [];
      const name = quoted ?? named ?? '';
      const value = filled(slice(statement, place[0], place[1]));
      return readSetting(name, value).map(port =>
        settingOccurrence(port, { token: value.span, namespace: { kind: 'unknown' }, path: [name] }),
      );
    }),
  );
}

/** `%s` of `"http://%s:8080"|format(host)` is what nobody can tell. */
function filled(text: Mapped): Mapped {
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: verb, index } of text.text.matchAll(/%[sd]/g)) {
    parts.push(slice(text, kept, index), opaque(UNKNOWN, originOf(text, index, index + verb.length).span));
    kept = index + verb.length;
  }
  return concat([...parts, slice(text, kept, text.text.length)], text.span);
}
