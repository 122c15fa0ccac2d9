import type { Literal } from '../code.ts';

/** A literal while what follows it may still change it. */
export type Draft = { -readonly [Key in keyof Literal]: Literal[Key] };

/** `item` is `a[…]`, `command` a call without brackets, `do` is `do … end`. */
export type FrameKind = 'top' | 'braces' | 'list' | 'group' | 'item' | 'call' | 'command' | 'do';

/** One bracket, or what stands for one, and how far its present element was read. */
export interface Frame {
  readonly kind: FrameKind;
  readonly closer: string;
  /** What names it as a whole. */
  readonly names: readonly string[];
  readonly call: string | undefined;
  /** The call's first arguments so far. */
  readonly args: readonly string[];
  readonly scope: number;
  /** Where the whole stands among arguments or items. */
  readonly place: number | undefined;
  /** How many literals there were when it was opened. */
  readonly from: number;
  /** The first argument names a variable, and the others are defaults. */
  readonly isLookup: boolean;
  /** A call that converts its first argument; the others say how. */
  readonly conversion: string | undefined;
  /** All of its values are defaults of this variable. */
  readonly defaultOf: string | undefined;
  /** What its first element is about. */
  variable: string | undefined;
  /** The number of the present element. */
  index: number;
  /** Blocks that were opened by keywords and wait for their `end`. */
  blocks: number;
  element: Element;
}

/** What stands between two commas, or one statement. */
export interface Element {
  /** The keys that were given to its value. */
  keys: readonly string[];
  /** The names with the keys, once they were asked for. */
  names: readonly string[] | undefined;
  hasKey: boolean;
  /** That key stands before a colon. */
  isLabelled: boolean;
  /** The last token ended an operand. */
  operand: boolean;
  /** That operand, where it is a name or a call. */
  path: string[] | undefined;
  /** That operand, where it is a literal. */
  literal: Draft | undefined;
  /** What a default behind that operand would be the default of. */
  variable: string | undefined;
  /** That operand is the call of a lookup, whose block is its default. */
  lookedUp: boolean;
  fallbackOf: string | undefined;
  /** A dot waits for a name. */
  access: boolean;
  /** An operator makes something else of the next operand. */
  computed: boolean;
  ternaries: number;
  /** Words are types until a value comes. */
  typed: boolean;
  /** Has a keyword, so that a colon ends no key. */
  declares: boolean;
  /** Its `do` belongs to a loop. */
  loops: boolean;
  /** Defines a function or class. */
  defines: boolean;
  isEmpty: boolean;
}

/** An element of which nothing is read yet. */
export function newElement(): Element {
  return {
    keys: NONE,
    names: undefined,
    hasKey: false,
    isLabelled: false,
    operand: false,
    path: undefined,
    literal: undefined,
    variable: undefined,
    lookedUp: false,
    fallbackOf: undefined,
    access: false,
    computed: false,
    ternaries: 0,
    typed: false,
    declares: false,
    loops: false,
    defines: false,
    isEmpty: true,
  };
}

/** A bracket of which nothing is read yet. */
export function newFrame(kind: FrameKind, closer: string, names: readonly string[]): Frame {
  return {
    kind,
    closer,
    names,
    call: undefined,
    args: NONE,
    scope: 0,
    place: undefined,
    from: 0,
    isLookup: false,
    conversion: undefined,
    defaultOf: undefined,
    variable: undefined,
    index: 0,
    blocks: 0,
    element: newElement(),
  };
}

/** What names the value of the present element. */
export function namesOf(frame: Frame): readonly string[] {
  const { element } = frame;
  element.names ??= element.keys.length === 0 ? frame.names : join(frame.names, element.keys);
  return element.names;
}

/** Deeper names are dropped, so that a hostile file costs linear time. */
const MOST_NAMES = 24;

/** Names and the names below them, no more than anyone writes: a hostile file would nest without end. */
export function join(names: readonly string[], more: readonly string[]): readonly string[] {
  return names.length >= MOST_NAMES ? names : [...names, ...more.slice(0, MOST_NAMES)].slice(0, MOST_NAMES);
}

/** A chain of calls as one name: `a.b.c`. Of a long one only the end, as each of its calls asks for it. */
export function chainName(path: readonly string[]): string {
  return path.slice(-MOST_NAMES).join('.');
}

/** Shared, as most elements have no names of their own. */
export const NONE: readonly string[] = [];
