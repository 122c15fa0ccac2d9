import { isConversion, isGrouping, isLookup } from './calls.ts';
import {
  chainName,
  type Draft,
  type Element,
  type Frame,
  type FrameKind,
  join,
  NONE,
  namesOf,
  newElement,
  newFrame,
} from './frame.ts';
import type { Language } from './language.ts';
import type { Token } from './token.ts';

/** The state of one walk over the tokens. */
export interface Walk {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly literals: Draft[];
  readonly stack: Frame[];
  /** How many frames of the stack each closing bracket would close. */
  readonly open: Map<string, number>;
  /** The frame on top. */
  frame: Frame;
  scopes: number;
  at: number;
}

/** Opens a frame; what names the present element names all that is in it. */
export function push(walk: Walk, kind: FrameKind, closer: string, given: Partial<Frame> = {}): void {
  const { frame } = walk;
  const { element } = frame;
  walk.scopes++;
  const next: Frame = {
    ...newFrame(kind, closer, namesOf(frame)),
    call: frame.call,
    args: frame.args,
    defaultOf: kind === 'group' || kind === 'list' ? defaultOf(frame, element) : undefined,
    scope: walk.scopes,
    place: indexOf(frame),
    from: walk.literals.length,
    ...given,
  };
  element.isEmpty = false;
  walk.stack.push(next);
  walk.frame = next;
  if (closer !== '') walk.open.set(closer, (walk.open.get(closer) ?? 0) + 1);
}

/** Opens a call, with brackets or without. */
export function pushCall(walk: Walk, kind: 'call' | 'command', closer: string): void {
  const { frame } = walk;
  const call = chainName(frame.element.path ?? NONE);
  const inherited = defaultOf(frame, frame.element);
  if (isConversion(call)) push(walk, kind, closer, { conversion: call, defaultOf: inherited });
  else if (isGrouping(call)) push(walk, kind, closer, { defaultOf: inherited });
  else if (kind === 'call' && isLookup(call)) push(walk, kind, closer, { isLookup: true });
  else push(walk, kind, closer, { names: join(namesOf(frame), [call]), call, args: NONE });
}

/** The number of the present element among the arguments or items that it is one of. */
export function indexOf(frame: Frame): number | undefined {
  const isValue = frame.isLookup || (frame.conversion !== undefined && frame.index === 0) || frame.kind === 'group';
  if (isValue || frame.kind === 'top') return frame.element.keys.length > 0 ? undefined : frame.place;
  return frame.element.hasKey || !(isCall(frame) || frame.kind === 'list') ? undefined : frame.index;
}

/** The variable that a value here is the default of. */
export function defaultOf(frame: Frame, element: Element): string | undefined {
  if (element.fallbackOf !== undefined) return element.fallbackOf;
  if (frame.isLookup) return frame.index > 0 ? frame.variable : undefined;
  return frame.conversion !== undefined && frame.index > 0 ? undefined : frame.defaultOf;
}

/** Closes frames up to the one that `closer` closes, and gives that one with its last element. */
export function close(walk: Walk, closer: string): { readonly frame: Frame; readonly last: Element } | undefined {
  if (!walk.open.get(closer)) return undefined;
  for (;;) {
    const { frame } = walk;
    const last = frame.element;
    pop(walk);
    if (frame.closer === closer) return { frame, last };
  }
}

function pop(walk: Walk): void {
  const { frame } = walk;
  endElement(walk);
  if (frame.closer !== '') walk.open.set(frame.closer, (walk.open.get(frame.closer) ?? 1) - 1);
  walk.stack.pop();
  walk.frame = walk.stack.at(-1) ?? frame;
}

/** Calls without brackets end with their line. */
export function closeCommands(walk: Walk): void {
  while (walk.frame.kind === 'command') pop(walk);
}

/** Gives out the literal of the present element, if it has one, and begins the next element. */
export function endElement({ frame, literals }: Walk): void {
  const { element } = frame;
  frame.element = newElement();
  if (element.isEmpty) return;
  const { literal, path } = element;
  if (frame.isLookup && frame.index === 0 && !element.hasKey) {
    frame.variable = literal?.value.text ?? path?.at(-1);
    // It is a name.
    if (literal && literals.at(-1) === literal) literals.pop();
  } else if (frame.index === 0) frame.variable ??= element.variable;
  if (
    !element.hasKey &&
    isCall(frame) &&
    !frame.isLookup &&
    frame.call !== undefined &&
    frame.args.length < MOST_ARGS
  ) {
    // A new list, as literals keep the old one.
    (frame as { args: readonly string[] }).args = [...frame.args, literal?.value.text ?? path?.join('.') ?? ''];
  }
}

const MOST_ARGS = 8;

/** True where the elements are arguments. */
export function isCall({ kind }: Frame): boolean {
  return kind === 'call' || kind === 'command';
}

/** What follows is another operand, or none. */
export function expectOperand(element: Element): void {
  element.operand = false;
  element.path = undefined;
  element.literal = undefined;
  element.variable = undefined;
  element.lookedUp = false;
  element.access = false;
}

/** Makes the last operand the key of what follows. */
export function takeKey({ frame, literals }: Walk): void {
  const { element } = frame;
  const { literal, path } = element;
  if (literal && literals.at(-1) === literal) literals.pop();
  const keys = literal ? [literal.value.text] : (path ?? NONE);
  const isDefault = frame.isLookup && /^(?:default|defaultValue|default_value|fallback)$/.test(keys[0] ?? '');
  if (!isDefault) element.keys = join(element.keys, keys);
  if (isDefault) frame.index = Math.max(1, frame.index);
  element.names = undefined;
  element.hasKey = true;
  element.typed = false;
  element.computed = false;
  expectOperand(element);
}
