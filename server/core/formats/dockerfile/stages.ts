import type { Stage } from '../../facts/stage.ts';
import { readImage } from '../../ports/image.ts';
import type { Namespace, Owner } from '../../ports/occurrence.ts';
import { interpolate, type Lookup } from '../../ports/read/interpolate.ts';
import type { Escape, Instruction } from '../../syntax/dockerfile.ts';
import { unquote, wordsOf } from '../../syntax/dockerWords.ts';
import { readExecForm } from '../../syntax/execForm.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import { join } from '../../text/span.ts';
import { readPairs } from './pairs.ts';

/** A stage with what it holds, and who its ports belong to. */
export interface StageReading extends Stage {
  /** A number is no name: `FROM 0` means an image. */
  readonly isNamed: boolean;
  readonly owner: Owner;
  readonly namespace: Namespace;
  /** `FROM` comes first. */
  readonly instructions: readonly Instruction[];
  /** The arguments that the last `ENTRYPOINT` in exec form gives; `CMD` is appended to them. */
  readonly entrypoint: readonly Mapped[] | undefined;
}

export interface Stages {
  /** What stands before the first `FROM`: only `ARG` may. */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly StageReading[];
}

export function readStages(instructions: readonly Instruction[], escapeChar: Escape): Stages {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  const preamble = instructions.slice(0, starts[0] ?? instructions.length);
  const defaults = new Map(
    preamble.flatMap(({ keyword, args }) =>
      keyword === 'ARG' ? readPairs('ARG', args, escapeChar).map(pair => [pair.name, pair.value?.text] as const) : [],
    ),
  );
  const stages: StageReading[] = [];
  for (const [index, start] of starts.entries()) {
    const own = instructions.slice(start, starts[index + 1]);
    stages.push(readStage(own, stages, name => defaults.get(name), escapeChar));
  }
  return { preamble, stages };
}

function readStage(
  instructions: readonly Instruction[],
  earlier: readonly StageReading[],
  lookup: Lookup,
  escapeChar: Escape,
): StageReading {
  const [from] = instructions;
  const [image, as, alias] = from ? wordsOf(from.args, escapeChar).map(word => unquote(word, escapeChar)) : [];
  const base = image ?? NOTHING;
  const given = as?.text.toLowerCase() === 'as' ? alias?.text.toLowerCase() : undefined;
  const name = given || `${earlier.length}`;
  const reference = interpolate(base, 'backslash', lookup).text;
  const parent = earlier.findLast(stage => stage.isNamed && stage.name === reference.toLowerCase());
  const known = parent ? parent.owner.image : imageName(reference);
  const last = instructions.at(-1);
  const entrypoint = instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  return {
    name,
    isNamed: given !== undefined && given !== '',
    base,
    span: from && last ? join(from.span, last.span) : base.span,
    ...optional('from', parent && earlier.indexOf(parent)),
    hasCommand: instructions.some(({ keyword }) => keyword === 'CMD'),
    hasEntrypoint: entrypoint !== undefined,
    owner: { kind: 'stage', name, ...optional('image', known) },
    namespace: { kind: 'container', id: name },
    instructions,
    entrypoint: entrypoint && readExecForm(entrypoint.args),
  };
}

function imageName(reference: string): string | undefined {
  const { name } = readImage(reference);
  return name === '' || name.includes(UNKNOWN) ? undefined : name;
}

const NOTHING: Mapped = { text: '', segments: [], span: { start: 0, end: 0 } };
