import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { ProjectPort } from '../../workspace/composeProject.ts';

/** Makes the mapping UDP, in place of TCP. */
export function udpFix(facts: DocumentFacts, port: ProjectPort): readonly Fix[] {
  const { entry, mapping } = port;
  const edit = (start: number, end: number, newText: string): readonly Fix[] => [
    { title: 'Publish it as UDP', safety: 'suggested', edits: [{ path: facts.path, span: { start, end }, newText }] },
  ];
  if (mapping.protocolSpan) return edit(mapping.protocolSpan.start, mapping.protocolSpan.end, 'udp');
  return entry.form === 'short' ? edit(entry.span.end, entry.span.end, '/udp') : [];
}

/** Adds a second entry below, the same mapping for UDP. */
export function alsoUdpFix(facts: DocumentFacts, port: ProjectPort): readonly Fix[] {
  const { entry, mapping } = port;
  if (entry.form !== 'short') return [];
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
