import type { Fault } from '../../facts/document.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import type { CommandPort } from '../../ports/read/commandValue.ts';
import type { SettingPort } from '../../ports/read/setting.ts';
import type { SettingPlace } from '../../ports/settingOccurrence.ts';
import type { Node, Scalar } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';

/** One line of a format's table: where ports stand, and how to read what stands there. Made by `at`. */
export interface Place {
  /**
   * Keys from the root, joined by dots: `scrape_configs.*.static_configs.*.targets.*`. `*` is any key or index, `**` any
   * number of them, `{a,b}` a choice, `*_port` an ending; an index counts the arguments of a directive.
   */
  readonly where: string;
  readonly reader: Reader;
  /** Holds the place to nodes for which this is true. */
  readonly when: ((at: At, node: Node) => boolean) | undefined;
}

/** Reads the value at a place. What a reader is given is not read again by any other. */
export interface Reader {
  /** For people: `port (listen)`. */
  readonly what: string;
  /** Reads texts and lists of them: a list with maps is left to the other places. */
  readonly ofTexts?: true;
  read(node: Node, at: At): void;
}

/** A place while it is being read, and where to put what was found. Good for the time of the call only. */
export interface At {
  /** Keys and indexes from the root of the document. */
  readonly path: readonly (string | number)[];
  /** The keys of the path without indexes; the last one names the value. */
  readonly keys: readonly string[];
  /** The key that stands before the value, or before the list that it is in. */
  readonly key: Scalar | undefined;
  /** The maps and lists around the node, the outermost first. */
  readonly parents: readonly Node[];
  /** The value under a key of a map around, however long the map is: `get` would search it for each of its entries. */
  get(map: Node | undefined, key: string): Node | undefined;
  /** Whether a map around has a key, with a value or without. */
  holds(map: Node, key: string): boolean;
  /** The scalar under another key of the nearest map around. */
  sibling(...names: readonly string[]): Scalar | undefined;
  /** The text of a scalar with the variables of the format filled in, unknown ones as `UNKNOWN`. */
  text(scalar: Scalar): Mapped;
  add(port: SettingPort, token: Span): void;
  addCommand(port: CommandPort, role?: PortRole): void;
  addOccurrence(occurrence: PortOccurrence): void;
  /** Reads a text as a file of that name: by its path, then by its content. */
  embed(path: string, text: Mapped): void;
  fault(fault: Omit<Fault, 'path'>): void;
  /** The project's own words for a port. */
  readonly words: ReadonlySet<string>;
  /** Whose port it is, and in which namespace, as the format says for this place. */
  readonly scope: Scope;
}

/** Whose port stands at a place, and in which namespace it counts. */
export type Scope = Pick<SettingPlace, 'namespace' | 'owner'>;

/** A line of a table: `at('**.ports.*', port('listen'), isScalar)`. */
export function at(where: string, reader: Reader, when?: (at: At, node: Node) => boolean): Place {
  return { where, reader, when };
}
