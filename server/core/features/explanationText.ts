import type { ExplainedEntry, ExplainedPort, ExplainedUse } from './explain.ts';
import { listenCommand } from './hover/listening.ts';
import { escapeMarkdown, link, printable } from './markdown.ts';

/** How one way of showing a page writes its parts. */
interface Style {
  heading(text: string, level: 1 | 2): string;
  text(text: string): string;
  link(text: string, url: string): string;
  code(text: string): string;
}

const MARKDOWN: Style = {
  heading: (text, level) => `${'#'.repeat(level)} ${escapeMarkdown(text)}`,
  text: escapeMarkdown,
  link: (text, url) => link(escapeMarkdown(text), url),
  code: text => `\`${text}\``,
};

const TERMINAL: Style = {
  heading: (text, level) => (level === 1 ? `${printable(text)}\n${'='.repeat(text.length)}` : `\n${printable(text)}`),
  text: printable,
  link: (text, url) => `${printable(text)} <${printable(url)}>`,
  code: text => text,
};

/** The port page in Markdown. */
export function explanationMarkdown(port: ExplainedPort): string {
  return page(port, MARKDOWN)
    .filter(part => part !== '')
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .replace(/(^|\n)(#+ [^\n]*)\n- /g, '$1$2\n\n- ');
}

/** The port page for a terminal, without control characters. */
export function explanationText(port: ExplainedPort): string {
  return page(port, TERMINAL).join('\n');
}

function page(port: ExplainedPort, style: Style): readonly string[] {
  const { uses, claims, cautions, related } = port;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [style.heading(title, 2), ...lines.map(line => `- ${line}`)] : [];
  return [
    style.heading(`Port ${port.port}`, 1),
    ...section(
      `Registered with IANA (snapshot of ${port.registry.snapshot})`,
      port.registry.entries.map(entry => registered(entry, style)),
    ),
    ...section(
      'Really used by',
      uses.map(use => used(use, style)),
    ),
    ...section(
      'Often said',
      claims.map(({ software, claim, note }) => style.text(`${software}: ${claim} (${note})`)),
    ),
    ...section('Sign of use of the registered service', signs(port, style)),
    ...section(
      'Beware',
      cautions.map(({ text, source }) => style.link(text, source)),
    ),
    ...section(
      'Related ports',
      related.map(each => style.text(`${each.port}/${each.protocol} ${each.software}: ${each.purpose}`)),
    ),
    ...section(
      'See who listens on it',
      SYSTEMS.map(([system, name]) => {
        const commands = transportsOf(port).map(transport => style.code(listenCommand(system, port.port, transport)));
        return `${name}: ${commands.join(' or ')}`;
      }),
    ),
    '',
    style.text('An assignment is no endorsement, and traffic on a port need not be the registered service.'),
  ];
}

const SYSTEMS = [
  ['linux', 'Linux'],
  ['macos', 'macOS'],
  ['windows', 'Windows'],
] as const;

/** By who uses the port; IANA registered most numbers for both transports, whatever they need. */
function transportsOf({ uses, registry }: ExplainedPort): readonly ('tcp' | 'udp')[] {
  const told = uses.length > 0 ? uses.flatMap(use => use.protocols) : registry.entries.map(entry => entry.protocol);
  const known = (['tcp', 'udp'] as const).filter(transport => told.includes(transport));
  return uses.length > 0 && known.length > 0 ? known : [known[0] ?? 'tcp'];
}

function registered(entry: ExplainedEntry, style: Style): string {
  const transport = entry.protocol ?? 'any transport';
  const facts = [
    entry.service === null ? `${transport}: ${STATUS[entry.status]}` : `${transport}: registered to ${entry.service}`,
    entry.description !== '' && entry.description !== entry.service ? entry.description : undefined,
    entry.aliases.length > 0 ? `old spelling: ${entry.aliases.join(', ')}` : undefined,
    entry.assignee === null ? undefined : `by ${entry.assignee}`,
    entry.registered === null ? undefined : `since ${entry.registered}`,
    entry.references.length > 0 ? entry.references.join(', ') : undefined,
    entry.unauthorizedUse === null ? undefined : `unauthorized use reported: ${entry.unauthorizedUse}`,
    entry.notes === null ? undefined : `note: ${entry.notes}`,
  ];
  return style.text(facts.filter(fact => fact !== undefined).join('; '));
}

const STATUS = {
  assigned: 'listed without a service name',
  reserved: 'reserved',
  unassigned: 'unassigned',
  'not-listed': 'not listed',
  dynamic: 'dynamic range, never registered',
} as const;

function used(use: ExplainedUse, style: Style): string {
  const since = use.since === null ? '' : `, since ${use.since}`;
  const until = use.until === null ? '' : `, until ${use.until}`;
  const kind = `(${use.protocols.join('+')}, ${use.standing}${since}${until})`;
  const text = style.text(`${use.software} ${kind}: ${use.purpose}; `);
  return text + use.evidence.map(({ url, locator }) => style.link(locator ?? 'source', url)).join(', ');
}

function signs({ signOfUse }: ExplainedPort, style: Style): readonly string[] {
  if (signOfUse.date === null) return [];
  if (signOfUse.seenIn.length === 0) {
    return [style.text(`no sign of use found in ${signOfUse.searched} named sources (${signOfUse.date})`)];
  }
  return signOfUse.seenIn.map(({ source, url }) => style.link(source, url));
}
