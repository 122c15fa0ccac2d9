import type { RegistryEntry } from '../../../../registry/entry.ts';
import { showRange } from '../../../../registry/port.ts';
import { ianaPage } from '../ianaPage.ts';
import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { code, type Item, joined, type Line, link, list, paragraph, type Section, source, strong } from './prose.ts';
import { reference } from './reference.ts';

/** What IANA's registry says, rows that differ in their transport only as one; a note no longer than `longest`. */
export function registration(facts: PortFacts, longest: number): Section {
  const groups = new Map<string, RegistryEntry[]>();
  for (const entry of facts.entries) {
    const key = JSON.stringify({ ...entry, protocol: '' });
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return {
    title: 'Registration',
    blocks: [
      list([...groups.values()].map(group => registered(group, facts, longest))),
      paragraph(
        link(`IANA's registry of ${facts.snapshot}`, ianaPage(facts.port)),
        '. An assignment is no endorsement, and traffic on a port need not be the registered service.',
      ),
    ],
  };
}

/** What is known beyond IANA's row. */
export function remarks({ remarks: known }: PortFacts): Section | undefined {
  if (known.length === 0) return undefined;
  return {
    title: 'What is known of the registration',
    blocks: [list(known.map(({ text, source: url }) => [`${text} `, source(url)]))],
  };
}

/** The transports of rows that are otherwise equal: `tcp and udp`. */
export function transportsOf(entries: readonly RegistryEntry[]): string {
  return listed(entries.map(({ protocol }) => protocol ?? 'any transport'));
}

/** IANA's description where it says more than the name does. */
export function meaningOf({ service = '', description }: RegistryEntry): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(description) === plain(service) || plain(description) === '' ? '' : description;
}

function registered(group: readonly RegistryEntry[], facts: PortFacts, longest: number): Item {
  const [entry] = group;
  if (entry === undefined) return { line: [], details: [] };
  const { service, ports } = entry;
  const within = ports.first === ports.last ? '' : `, as all of ${showRange(ports)}`;
  const meaning = meaningOf(entry);
  const line: Line =
    service === undefined
      ? [`${transportsOf(group)}: ${statusOf(entry, facts)}${within}`]
      : [
          `${transportsOf(group)}: registered to `,
          strong(service),
          `${meaning === '' ? '' : ` (${meaning})`}${within}`,
        ];
  return { line, details: detailsOf(entry, facts, longest) };
}

function statusOf({ status, description }: RegistryEntry, { entries }: PortFacts): string {
  switch (status) {
    case 'assigned':
      return `set aside for “${description}”`;
    case 'reserved': {
      if (description !== '' && description !== 'Reserved') return `reserved; IANA writes “${description}”`;
      const others = entries.filter(entry => entry.service !== undefined);
      return others.length === 0
        ? 'reserved: not given out'
        : `reserved, beside the registration for ${transportsOf([...new Set(others)].filter(isFirstOfTransport))}`;
    }
    case 'unassigned':
      return description === '' || description === 'Unassigned'
        ? 'unassigned: registered to nobody'
        : `unassigned; IANA writes “${description}”`;
    case 'not-listed':
      return 'not listed by IANA';
    case 'dynamic':
      return 'in the dynamic range: never registered';
  }
}

function isFirstOfTransport({ protocol }: RegistryEntry, index: number, all: readonly RegistryEntry[]): boolean {
  return all.findIndex(other => other.protocol === protocol) === index;
}

function detailsOf(entry: RegistryEntry, { cautions }: PortFacts, longest: number): readonly Line[] {
  const { aliases, assignee, registered, modified, references, notes, unauthorizedUse, serviceCode } = entry;
  const facts = [
    ...(assignee === undefined ? [] : [`registrant: ${assignee}`]),
    ...(registered === undefined ? [] : [`registered ${registered}`]),
    ...(modified === undefined ? [] : [`changed ${modified}`]),
  ];
  // A note on a range names some of its numbers, and 7012's names its neighbour; the caution tells of those it is about.
  const isAbout = cautions.some(
    ({ kind, text }) =>
      kind === 'unauthorized-use' && (unauthorizedUse === 'yes' || text.includes(unauthorizedUse ?? '')),
  );
  return [
    ...(aliases.length === 0
      ? []
      : [
          [
            'old spelling, kept as an alias: ',
            ...joined(
              aliases.map(alias => [code(alias)]),
              ', ',
            ),
          ],
        ]),
    ...(facts.length === 0 ? [] : [[facts.join('; ')]]),
    ...(references.length === 0 ? [] : [['defined in ', ...joined(references.map(reference), ', ')]]),
    ...(serviceCode === undefined ? [] : [[`service code ${serviceCode}${lettersOf(serviceCode)}`]]),
    ...(notes === undefined ? [] : [[`IANA's note: ${shortened(notes, longest)}`]]),
    ...(unauthorizedUse === undefined
      ? []
      : [
          isAbout
            ? [`use without registration is noted${unauthorizedUse === 'yes' ? '' : `: ${unauthorizedUse}`}`]
            : [`IANA's note speaks of another number: ${unauthorizedUse}`],
        ]),
  ];
}

/** Cut after a word. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}

/** A service code is four letters, most significant first. https://www.rfc-editor.org/rfc/rfc4340#section-8.1.2 */
function lettersOf(serviceCode: string): string {
  const number = Number(serviceCode);
  const letters = [24, 16, 8, 0].map(shift => String.fromCharCode((number >>> shift) & 0xff)).join('');
  return /^[\x00 A-Za-z0-9]+$/.test(letters) ? ` (“${letters.replace(/^[\x00 ]+/, '')}”)` : '';
}
