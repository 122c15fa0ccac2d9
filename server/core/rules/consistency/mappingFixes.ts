import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { ImageMapping } from './imageMappings.ts';

/** Makes the mapping UDP, in place of TCP. */
export function udpFix(facts: DocumentFacts, { port, container, protocolSpan }: UdpMapping): readonly Fix[] {
  const edit = (start: number, end: number, newText: string): readonly Fix[] => [
    { title: 'Publish it as UDP', safety: 'suggested', edits: [{ path: facts.path, span: { start, end }, newText }] },
  ];
  if (protocolSpan) return edit(protocolSpan.start, protocolSpan.end, 'udp');
  if (port) return port.entry.form === 'short' ? edit(port.entry.span.end, port.entry.span.end, '/udp') : [];
  return container.editable ? edit(container.span.end, container.span.end, '/udp') : [];
}

type UdpMapping = Pick<ImageMapping, 'port' | 'protocolSpan'> & {
  readonly container: Pick<ImageMapping['container'], 'span' | 'editable'>;
};

/** Adds a second entry below, the same mapping for UDP. */
export function alsoUdpFix(facts: DocumentFacts, { port }: ImageMapping): readonly Fix[] {
  if (port?.entry.form !== 'short') return [];
  const { entry, mapping } = port;
  const line = facts.lines.start(facts.lines.position(entry.span.start).line);
  const lead = /^[ \t]*-[ \t]+/.exec(facts.text.slice(line, entry.span.start))?.[0];
  const quoted = /["']/.test(facts.text[entry.span.end] ?? '');
  if (lead === undefined) return [];
  const end = quoted ? entry.span.end + 1 : entry.span.end;
  const written = facts.text.slice(
    entry.span.start,
    mapping.protocolSpan ? mapping.protocolSpan.start - 1 : entry.span.end,
  );
  const newText = `${lineBreakOf(facts.text)}${lead}"${written}/udp"`;
  return [
    {
      title: 'Publish UDP too',
      safety: 'suggested',
      edits: [{ path: facts.path, span: { start: end, end }, newText }],
    },
  ];
}
