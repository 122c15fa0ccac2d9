import { readDsn } from '../ports/read/dsn.ts';
import { settingOccurrence } from '../ports/settingOccurrence.ts';
import { verbatim } from '../text/mapped.ts';
import { basename } from '../text/path.ts';
import { spanOf } from '../text/span.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';

/** Oracle Net: the names that clients know (`tnsnames.ora`), and what a listener opens (`listener.ora`). */
export const oracleNet: Format = defineFormat({
  id: 'oracle-net',
  title: 'Oracle Net',
  documentation:
    'https://docs.oracle.com/en/database/oracle/oracle-database/19/netrf/local-naming-parameters-in-tns-ora-file.html',
  files: ['{tnsnames,listener}*.ora', '*{tnsnames,listener}.ora*'],
  languages: [],
  reads: [
    { where: '(ADDRESS = (PROTOCOL = TCP)(HOST = …)(PORT = …))', what: 'port (connect; listen in listener.ora)' },
  ],
  read,
});

function read({ path, text }: Source): FormatFacts {
  const comments = [...text.matchAll(/#[^\r\n]*/g)].map(({ 0: written, index }) => ({
    span: spanOf(index, index + written.length),
    alone: text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '',
  }));
  // Covered, so that every offset stays.
  const live = text.replace(/#[^\r\n]*/g, written => ' '.repeat(written.length));
  const token = spanOf(0, text.length);
  const role = /listener/i.test(basename(path)) ? 'listen' : 'connect';
  const place = { namespace: { kind: 'unknown' }, token } as const;
  const occurrences = readDsn(verbatim(live, token)).map((port, index) =>
    settingOccurrence(
      { ...port, role, protocols: ['tcp'], confidence: 'certain' },
      { ...place, token: port.span, path: [index] },
    ),
  );
  return { occurrences, comments, contentStart: occurrences[0]?.span.start ?? text.length };
}
