import type { DocumentFacts } from '../../facts/document.ts';
import type { Span } from '../../text/span.ts';

/** `docker run -p localhost:8080:80`: container engines look up no names. Those of files are faults of their formats. */
export function namedAddresses({
  occurrences,
}: DocumentFacts): readonly { readonly span: Span; readonly text: string }[] {
  return occurrences.flatMap(({ mapping, binding }) => {
    if (mapping?.side !== 'publish' || binding?.span === undefined || binding.address.kind !== 'host') return [];
    const { name } = binding.address;
    return name.toLowerCase() === 'localhost' ? [{ span: binding.span, text: name }] : [];
  });
}
