import { occurrenceOf, type PortRole } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { type Mapped, originOf } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { setting } from '../values/setting.ts';
import { fileName } from './fileName.ts';

const SETTING = setting();

/** An annotation: a list of ports or any setting by the words of its key, or JSON. */
export function annotation(): Reader {
  return {
    what: 'by the words of its key, also in JSON',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        if (/^\s*[[{]/.test(text.text)) at.embed('annotation.json', text);
        else if (text.text.includes('\n'))
          at.embed(fileName((at.keys.at(-1) ?? '').replace(/^.*\//, ''), text.text), text);
        else SETTING.read(scalar, at);
      }
    },
  };
}

/** JSON whose every number, also in its keys, is a port: `[{"HTTP": 80}, {"HTTPS": 443}]`, `{"exposed_ports": {"80": {}}}`. */
export function portsInJson(role: PortRole): Reader {
  return {
    what: `every number (${role})`,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: digits, index } of text.text.matchAll(/(?<![\w.-])\d{1,5}(?![\w.-])/g))
          addPort(at, text, index, index + digits.length, role);
      }
    },
  };
}

function addPort(at: At, text: Mapped, start: number, end: number, role: PortRole): void {
  const { namespace, owner } = at.scope;
  at.addOccurrence(
    occurrenceOf(readPort(text, start, end), {
      token: originOf(text, start, end).span,
      role,
      namespace,
      protocols: ['tcp'],
      owner,
      path: at.path,
      confidence: 'certain',
    }),
  );
}
