import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectPort } from '../../workspace/compose/composeProject.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';

const LOOPBACK = '127.0.0.1';

/** Publishes on the loopback address only. Nothing where the right place for the address is not plain. */
export function loopbackFix(facts: DocumentFacts, port: HostPort): readonly Fix[] {
  if (port.published) return serviceFix(facts, port.published.port);
  const { occurrence } = port;
  if (!occurrence) return [];
  const address = occurrence.binding?.span;
  if (address) return addressFix(facts, address);
  const start = (occurrence.expression ?? occurrence.span).start;
  // Only of a mapping `5432:5432`; `published=5432,target=5432` has no place for an address, nor has a number alone.
  const end = (occurrence.expression ?? occurrence.span).end;
  const isShort =
    occurrence.mapping &&
    occurrence.editable &&
    end < occurrence.token.end &&
    /^["']?[\d${]/.test(facts.text.slice(start));
  return isShort && start === occurrence.token.start ? edit(facts, start, start, `${LOOPBACK}:`) : [];
}

/** Puts the loopback address in the place of another. One that came out of a variable is that variable's to change. */
export function addressFix(facts: DocumentFacts, { start, end }: Span, title?: string): readonly Fix[] {
  return /[$]/.test(facts.text.slice(start, end)) ? [] : edit(facts, start, end, LOOPBACK, title);
}

function serviceFix(facts: DocumentFacts, { entry, mapping }: ProjectPort): readonly Fix[] {
  if (mapping.binding.span) return addressFix(facts, mapping.binding.span);
  if (!mapping.host) return [];
  const host = mapping.host.expression ?? mapping.host.span;
  if (entry.form === 'short') return edit(facts, host.start, host.start, `${LOOPBACK}:`);
  // The long form: another key below `published`, or beside it within braces.
  const written = entry.published?.span;
  if (!written) return [];
  const end = /["']/.test(facts.text[written.end] ?? '') ? written.end + 1 : written.end;
  if (facts.text[entry.span.start] === '{') return edit(facts, end, end, `, host_ip: ${LOOPBACK}`);
  const { character } = facts.lines.position(entry.span.start);
  return edit(facts, end, end, `${lineBreakOf(facts.text)}${' '.repeat(character)}host_ip: ${LOOPBACK}`);
}

function edit(
  { path }: DocumentFacts,
  start: number,
  end: number,
  newText: string,
  title: string = `Publish on ${LOOPBACK} only`,
): readonly Fix[] {
  return [{ title, safety: 'suggested', edits: [{ path, span: { start, end }, newText }] }];
}
