import type { Port, PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { basename } from '../../text/path.ts';

/** Something that may stand at a place, and why it is offered. */
export interface Offer {
  /** What is inserted: a number, a name, or both sides of a mapping. */
  readonly text: string;
  /** The port that is meant, where one is. */
  readonly port: Port | undefined;
  /** In a few words, without a full stop. */
  readonly why: string;
  /** Whose port it is, where that is known better than by the number. */
  readonly who?: string;
}

export function numberOffer(port: Port, why: string, who?: string): Offer {
  return { text: `${port}`, port, why, ...(who !== undefined && { who }) };
}

/** Each number of a short range: what is offered is one port. */
export function singles({ first, last }: PortRange): readonly Port[] {
  return first === last ? [first] : [];
}

/** `compose.yaml:7` */
export function placeIn({ path, lines }: DocumentFacts, offset: number): string {
  return `${basename(path)}:${lines.position(offset).line + 1}`;
}
