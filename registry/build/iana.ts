import type { IsoDate, RegistryEntry } from '../entry.ts';
import { asProtocol, readRange, showRange } from '../port.ts';
import { foldAliases } from './aliases.ts';
import { isoDate } from './isoDate.ts';
import { childrenOf, type Element, readXml } from './xml.ts';

export interface IanaSnapshot {
  /** IANA's own date of the whole registry. */
  readonly date: IsoDate;
  /** In IANA's order, one for each transport. */
  readonly entries: readonly RegistryEntry[];
}

/**
 * Reads IANA's registry from its XML, which holds more than the CSV (footnotes, organisations, who really is the
 * assignee). About a thousand records have no number: they are service names for DNS-SD and SRV, and are left out.
 * https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml
 */
export function readIana(xml: string): IanaSnapshot {
  const registry = readXml(xml);
  const [updated] = childrenOf(registry, 'updated');
  const date = isoDate(updated === undefined ? '' : plain(updated));
  if (registry.name !== 'registry' || date === undefined) throw new Error('not a registry of IANA: no <updated> date');
  const links: Links = { people: peopleOf(registry), footnotes: footnotesOf(registry) };
  const records = childrenOf(registry, 'record').filter(record => childrenOf(record, 'number').length > 0);
  return { date, entries: foldAliases(records.map(record => entryOf(record, links))) };
}

/** What a record's cross references lead to. */
interface Links {
  readonly people: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, string>;
}

function entryOf(record: Element, links: Links): RegistryEntry {
  const field = (name: string): string =>
    childrenOf(record, name)
      .map(element => folded(element, links))
      .join(' ');
  const number = field('number');
  const ports = readRange(number);
  const transport = field('protocol');
  const protocol = transport === '' ? null : asProtocol(transport);
  if (ports === undefined) throw new Error(`record with the number ${JSON.stringify(number)}`);
  if (protocol === undefined)
    throw new Error(`port ${showRange(ports)}: unknown transport ${JSON.stringify(transport)}`);
  const service = field('name');
  const description = field('description');
  const xrefs = childrenOf(record, 'xref');
  const footnotes = xrefs.filter(isFootnote).map(xref => links.footnotes.get(xref.attributes.data ?? '') ?? '');
  const assignee = assigneeOf(record, links);
  const registered = dateOf(record, 'date', number);
  const modified = dateOf(record, 'updated', number);
  const unauthorizedUse = field('unauthorized');
  const serviceCode = field('sc');
  const notes = [field('note'), ...footnotes].filter(text => text !== '').join(' ');
  return {
    ports,
    protocol,
    status: statusOf(service, description),
    ...(service === '' ? {} : { service }),
    aliases: [],
    description,
    ...(assignee === '' ? {} : { assignee }),
    ...(registered === undefined ? {} : { registered }),
    ...(modified === undefined ? {} : { modified }),
    references: xrefs.filter(xref => !isPerson(xref) && !isFootnote(xref)).map(xref => folded(xref, links)),
    ...(unauthorizedUse === '' ? {} : { unauthorizedUse }),
    ...(notes === '' ? {} : { notes }),
    ...(serviceCode === '' ? {} : { serviceCode }),
  };
}

/**
 * IANA has no field for the status: a named record is an assignment, and the description of a record without a name
 * begins with the status. 27 such records say something else. "any private mail system" gives the number away for
 * good: assigned. "De-registered", "Removed", "Deprecated", "De-Commissioned" and the like: RFC 6335, section 8.2,
 * keeps a number that was given back as Reserved. https://www.rfc-editor.org/rfc/rfc6335#section-8.2
 */
function statusOf(service: string, description: string): RegistryEntry['status'] {
  if (service !== '' || /^any private /i.test(description)) return 'assigned';
  return /^\(?unassigned/i.test(description) ? 'unassigned' : 'reserved';
}

/** As IANA's own CSV does it: the contacts where no assignee is given. */
function assigneeOf(record: Element, links: Links): string {
  const given = childrenOf(record, 'assignee').flatMap(assignee => childrenOf(assignee, 'xref'));
  const people = given.length > 0 ? given : childrenOf(record, 'xref').filter(isPerson);
  return people.map(person => folded(person, links)).join(', ');
}

function dateOf(record: Element, attribute: string, number: string): IsoDate | undefined {
  const text = record.attributes[attribute];
  const date = text === undefined ? undefined : isoDate(text);
  if (text !== undefined && date === undefined) throw new Error(`port ${number}: ${attribute} ${JSON.stringify(text)}`);
  return date;
}

const isPerson = (xref: Element): boolean => xref.attributes.type === 'person';
const isFootnote = (xref: Element): boolean => xref.attributes.type === 'note';

/** The text of an element on one line. Addresses, which a few notes write `<who&where>`, are left out. */
function folded(element: Element, links: Links): string {
  return rendered(element, links)
    .replace(/<[^<>\s]+[@&][^<>\s]+\.[a-z]+>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function rendered(element: Element, links: Links): string {
  const text = element.children.map(child => (typeof child === 'string' ? child : rendered(child, links))).join('');
  if (element.name === 'br' || element.name === 'paragraph') return ` ${text} `;
  return element.name === 'xref' ? reference(element, text, links) : text;
}

/** `RFC9110`, a URL, a name, or the text that IANA gives the link, also where it is written `[RFC 9110]`. */
function reference(xref: Element, text: string, links: Links): string {
  const { type, data = '', section } = xref.attributes;
  if (type === 'person') return links.people.get(data) ?? data.replaceAll('_', ' ');
  if (text.trim() !== '') return text.replace(/^\s*\[(.*)\]\s*$/s, '$1').replace(/^RFC (?=\d)/, 'RFC');
  const name = type === 'rfc' ? data.toUpperCase().replace(' ', '') : data;
  return section === undefined || section === '' ? name : `${name}, Section ${section}`;
}

/** The organisation of a person where it is known, else the name; never an address. */
function peopleOf(registry: Element): ReadonlyMap<string, string> {
  const people = childrenOf(registry, 'people').flatMap(list => childrenOf(list, 'person'));
  return new Map(
    people.flatMap(person => {
      const known = [...childrenOf(person, 'org'), ...childrenOf(person, 'name')].map(plain).find(text => text !== '');
      return known === undefined ? [] : [[person.attributes.id ?? '', known] as const];
    }),
  );
}

function footnotesOf(registry: Element): ReadonlyMap<string, string> {
  return new Map(childrenOf(registry, 'footnote').map(note => [note.attributes.anchor ?? '', plain(note)] as const));
}

function plain(element: Element): string {
  return folded(element, { people: new Map(), footnotes: new Map() });
}
