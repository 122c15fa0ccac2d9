import { asAssignment, readWords } from '../../syntax/shell.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** Texts that roles put into files, where it can be told which: parts of nginx, and `lineinfile` in one line. */
export function writtenText(other: Reader): Reader {
  return {
    what: other.what,
    read(node, at) {
      const isLine = at.keys.at(-1)?.endsWith('lineinfile') === true;
      for (const scalar of scalars(node)) {
        if (isLine) readLineInFile(at.text(scalar), at);
        else if (isOfNginx(scalar.text)) at.embed('nginx.conf', at.text(scalar));
        else other.read(scalar, at);
      }
    },
  };
}

/** `- listen 443 ssl`, or a block with directives. */
function isOfNginx(text: string): boolean {
  if (text.startsWith('listen ')) return true;
  return text.includes('\n') && /^[ \t]{0,40}(?:listen|proxy_pass|upstream)[ \t][^\n]{1,300}[;{]/m.test(text);
}

/** `lineinfile: dest=/etc/ssh/sshd_config line="Port 2222"` */
function readLineInFile(text: Mapped, at: At): void {
  const given = readWords(text).flatMap(({ assignments, words }) => [
    ...assignments,
    ...words.flatMap(word => asAssignment(word) ?? []),
  ]);
  const argument = (...names: readonly string[]): Mapped | undefined =>
    given.find(({ name }) => names.includes(name))?.value;
  const line = argument('line');
  const path = argument('dest', 'path', 'destfile', 'name')?.text;
  if (line && path) at.embed(path, line);
}
