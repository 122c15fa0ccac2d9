import type { Caution, IsoDate, RegistryEntry } from '../entry.ts';
import { type Port, type Protocol, single } from '../port.ts';

/**
 * What IANA notes of use without a registration. A note stands beside a whole range and often names the ports that it
 * is about; the others of the range are not.
 */
export function unauthorizedUse(date: string, port: Port, entries: readonly RegistryEntry[]): readonly Caution[] {
  const notes = new Map<string, Set<Protocol>>();
  for (const { unauthorizedUse: note, protocol } of entries) {
    if (note === undefined || !speaksOf(note, port)) continue;
    const protocols = notes.get(note) ?? new Set();
    for (const name of protocol === null ? (['tcp', 'udp'] as const) : [protocol]) protocols.add(name);
    notes.set(note, protocols);
  }
  return [...notes].flatMap(([note, protocols]) => {
    const [first, ...more] = protocols;
    return first === undefined
      ? []
      : [
          {
            kind: 'unauthorized-use',
            ports: [single(port)],
            protocols: [first, ...more],
            // 8010's note is just "yes".
            text:
              note === 'yes' ? 'IANA notes use without registration' : `IANA notes use without registration: ${note}`,
            source: IANA,
            seen: date as IsoDate,
          },
        ];
  });
}

const IANA = 'https://www.iana.org/assignments/service-names-port-numbers/';

/** Whether the note, which stands beside `port` or a range around it, is about it: 7012's names 7011 only. */
export function speaksOf(note: string, port: Port): boolean {
  const named = [...note.matchAll(/\b(\d{2,5})(?:-(\d{2,5}))?\b/g)];
  return named.length === 0 || named.some(([, first, last]) => Number(first) <= port && port <= Number(last ?? first));
}
