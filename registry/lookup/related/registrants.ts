import type { RelatedPort } from '../../entry.ts';
import { relatedBy, type Service, type Services, stemOf } from './services.ts';

/** Nearer than this, a number of the same registrant was mostly asked for together with this one. */
const NEAR = 10;

/** Who holds no more than this holds them for one thing. */
const FEW = 12;

/** A shorter beginning is no family: `ms`, `sun`. */
const SHORTEST_STEM = 4;

/** Who registers for everybody. */
const PUBLIC: ReadonlySet<string> = new Set(['IANA', 'IESG', 'IETF', 'IETF_Chair', 'Jon Postel', 'admin']);

/** Numbers of the same registrant near by or of the same family, and of the same family where IANA names no registrant. */
export function createRegistrants(services: Services): (own: Service) => readonly RelatedPort[] {
  return own => {
    const near = (other: Service): boolean => Math.abs(other.port - own.port) <= NEAR;
    const held = PUBLIC.has(own.assignee) || own.assignee === '' ? [] : services.ofAssignee(own.assignee);
    const together = held.filter(
      other => near(other) || (held.length <= FEW && isAkin(stemOf(own.name), stemOf(other.name))),
    );
    const stem = stemOf(own.name);
    const family = stem.length < SHORTEST_STEM ? [] : services.ofStem(stem);
    // Where two names both have registrants, these decide.
    const akin = family.filter(other => own.assignee === '' || other.assignee === '');
    return [
      ...together.map(relatedBy('same-registrant')),
      ...(family.length <= FEW ? akin : akin.filter(near)).map(relatedBy('similar-name')),
    ];
  };
}

/** `repcmd` and `repscmd` of one registrant. */
function isAkin(a: string, b: string): boolean {
  return a.slice(0, 3) === b.slice(0, 3);
}
