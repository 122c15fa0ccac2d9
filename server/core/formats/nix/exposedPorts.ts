import { asProtocol } from '../../../../registry/port.ts';
import { occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import type { Comment } from '../../syntax/tree.ts';
import { verbatim } from '../../text/mapped.ts';

/**
 * `ExposedPorts = { "8000/tcp" = { }; }` of an image: keys without a value.
 * https://nixos.org/manual/nixpkgs/stable/#ssec-pkgs-dockerTools-buildImage
 */
export function exposedPorts(text: string, comments: readonly Comment[]): readonly PortOccurrence[] {
  if (!text.includes('ExposedPorts')) return [];
  const source = verbatim(text, { start: 0, end: text.length });
  return [...text.matchAll(EXPOSED)].flatMap(({ 1: digits = '', 2: named = '', index }) => {
    if (comments.some(({ span }) => span.start <= index && index < span.end)) return [];
    const protocol = asProtocol(named);
    return occurrenceOf(readPort(source, index + 1, index + 1 + digits.length), {
      token: { start: index + 1, end: index + 2 + digits.length + named.length },
      role: 'expose',
      namespace: { kind: 'unknown' },
      protocols: protocol && [protocol],
      path: ['ExposedPorts'],
      confidence: 'certain',
    });
  });
}

const EXPOSED = /"(\d{1,5})\/(tcp|udp)"\s{0,20}=\s{0,20}\{/g;
