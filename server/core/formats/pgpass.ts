import { occurrenceOf } from '../ports/occurrence.ts';
import { readPort } from '../ports/read/port.ts';
import { faultOf } from '../ports/value.ts';
import { verbatim } from '../text/mapped.ts';
import { spanOf } from '../text/span.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';

/** The password file of libpq: `host:port:database:user:password`. `*` is any port. */
export const pgpass: Format = defineFormat({
  id: 'pgpass',
  title: 'PostgreSQL password file',
  documentation: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  files: ['{.pgpass,pgpass.conf}', '*.pgpass'],
  languages: [],
  reads: [{ where: 'host:port:database:user:password', what: 'port (connect, tcp)' }],
  read,
});

/** A colon of a host is written `\:`. */
const LINE = /^((?:[^:\\#\n]|\\.){1,255}):(\d{1,9}):[^:\n]{0,255}:/gm;

function read({ text }: Source): FormatFacts {
  const occurrences = [...text.matchAll(LINE)].flatMap(({ 1: host = '', 2: digits = '', index }, line) => {
    const start = index + host.length + 1;
    const token = spanOf(start, start + digits.length);
    const port = readPort(verbatim(text, token));
    if (faultOf(port.value)?.reason === 'malformed') return [];
    const namespace = host === '*' ? { kind: 'unknown' as const } : { kind: 'remote' as const, id: host };
    const place = { token, role: 'connect', protocols: ['tcp'], confidence: 'certain' } as const;
    return [occurrenceOf(port, { ...place, namespace, host: host === '*' ? undefined : host, path: [line] })];
  });
  const comments = [...text.matchAll(/^[ \t]{0,99}#[^\r\n]*/gm)].map(({ 0: written, index }) => ({
    span: spanOf(index + written.indexOf('#'), index + written.length),
    alone: true,
  }));
  return { occurrences, comments, contentStart: occurrences[0]?.span.start ?? text.length };
}
