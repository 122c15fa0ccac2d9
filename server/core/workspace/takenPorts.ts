import { isWide, type Port, type PortRange, single, sizeOf } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import { writtenRange } from '../ports/value.ts';
import type { Sighting } from './documents.ts';

/** What is asked to tell whether a number is taken. */
export interface TakenIn {
  publishers(range: PortRange): readonly { readonly hostRange: PortRange }[];
  at(range: PortRange): readonly Sighting[];
  facts(path: string): DocumentFacts | undefined;
}

/** Whoever looks for a free number asks for thousands: a range that takes one answers for all of it. */
export function takenPorts({ publishers, at, facts }: TakenIn): (port: Port) => boolean {
  const known = new Map<number, boolean>();
  const rangeAt = (port: Port): PortRange | undefined => {
    const [published] = publishers(single(port));
    if (published) return published.hostRange;
    for (const { path, occurrence } of at(single(port))) {
      const range = writtenRange(occurrence.value);
      // What is planned is not taken yet.
      if (range && !isRuleForMany(occurrence, range) && !facts(path)?.projectFile) return range;
    }
    return undefined;
  };
  return port => {
    const answer = known.get(port);
    if (answer !== undefined) return answer;
    const range = rangeAt(port);
    if (range && sizeOf(range) > 1)
      for (let each: number = range.first; each <= range.last; each++) known.set(each, true);
    known.set(port, range !== undefined);
    return range !== undefined;
  };
}

/** `allow 1025-65535` of a firewall takes nothing of it, nor does a `connect` or `label` so wide. */
function isRuleForMany({ role }: Sighting['occurrence'], range: PortRange): boolean {
  return role !== 'publish' && role !== 'listen' && isWide(range);
}
