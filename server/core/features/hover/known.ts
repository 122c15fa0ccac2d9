import type { Use } from '../../../../registry/entry.ts';
import { showRange } from '../../../../registry/port.ts';
import { ianaPage } from '../ianaPage.ts';
import { escapeMarkdown, link } from '../markdown.ts';
import type { LikelyUse } from './likelyUse.ts';
import type { HoverSubject } from './subject.ts';

const MOST_USES = 5;

/** What the number is registered for: registered to, never "is". */
export function registration({ registry, range, protocol }: HoverSubject): string {
  const entries = registry.assigned(range.first, protocol);
  const source = link(`IANA ${registry.version.iana}`, ianaPage(range.first));
  const names = new Map(
    entries.flatMap(entry => (entry.service === undefined ? [] : [[entry.service, entry.description] as const])),
  );
  if (names.size > 0) {
    const [[name, description] = ['', ''], ...others] = names;
    const meaning =
      description !== '' && description.toLowerCase() !== name.toLowerCase()
        ? ` (${escapeMarkdown(firstSentence(description))})`
        : '';
    const also = others.length > 0 ? `; also ${others.map(([other]) => escapeMarkdown(other)).join(', ')}` : '';
    return `Registered to **${escapeMarkdown(name)}**${meaning}${also} · ${source}`;
  }
  const status = entries[0]?.status ?? 'not-listed';
  return `${STATUS[status]} · ${source}`;
}

/** Some descriptions are paragraphs; the page has them whole. */
function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end < 0 ? text : text.slice(0, end);
}

const STATUS = {
  assigned: 'Listed without a service name',
  reserved: 'Reserved by IANA: not given out',
  unassigned: 'Unassigned: registered to nobody',
  'not-listed': 'Not listed by IANA for this transport',
  dynamic: 'In the dynamic range (49152-65535): never registered to anyone',
} as const;

/** Other software on the number; each name leads to its evidence. */
export function otherUses(
  { registry, range, protocol, options }: HoverSubject,
  shown: LikelyUse | undefined,
): string | undefined {
  const names = new Map<string, Use>();
  for (const use of registry.used(range.first, protocol)) {
    if (use.software !== shown?.software && !names.has(use.software)) names.set(use.software, use);
  }
  if (names.size === 0) return undefined;
  const listed = [...names.values()]
    .slice(0, MOST_USES)
    .map(
      use =>
        cited(use) + (use.standing === 'legacy' ? ' (legacy)' : use.confidence === 'low' ? ' (weakly sourced)' : ''),
    );
  const rest = names.size - listed.length;
  const more = rest > 0 ? ` and ${link(`${rest} more`, options.pageLink(range.first))}` : '';
  return `${shown ? 'Also used by' : 'Used by'} ${listed.join(', ')}${more}`;
}

/** The name of the software as a link to where its use is documented. */
export function cited(use: Use): string {
  return link(escapeMarkdown(use.software), use.evidence[0].url);
}

/** What is often said without a primary source. */
export function claims({ registry, range }: HoverSubject): string | undefined {
  const said = registry
    .claims(range.first)
    .map(({ software, note }) => `Often said to be ${escapeMarkdown(software)}: ${escapeMarkdown(note)}`);
  return said.length > 0 ? said.join('  \n') : undefined;
}

/** The members of a range that are known. */
export function rangeMembers({ registry, range }: HoverSubject): string | undefined {
  const members = new Map<string, string>();
  for (const use of registry.usedIn(range)) {
    const key = showRange(use.ports);
    if (!members.has(key)) members.set(key, `${key} ${cited(use)}`);
  }
  const listed = [...members.values()].slice(0, MOST_USES);
  const rest = members.size - listed.length;
  return listed.length > 0 ? `Known within it: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}` : undefined;
}
