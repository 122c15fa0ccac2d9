import type { Stage } from '../../facts/stage.ts';
import { readImage } from '../../ports/image.ts';
import type { Namespace, Owner } from '../../ports/occurrence.ts';
import { interpolate, type Lookup } from '../../ports/read/interpolate.ts';
import type { Instruction } from '../../syntax/dockerfile.ts';
import type { Escape } from '../../syntax/dockerWords.ts';
import { unquote, wordsOf } from '../../syntax/dockerWords.ts';
import { readExecForm } from '../../syntax/execForm.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import { join } from '../../text/span.ts';
import { readPairs } from './pairs.ts';

/** A stage with what it holds, and who its ports belong to. */
export interface StageReading extends Stage {
  readonly owner: Owner;
  readonly namespace: Namespace;
  /** `FROM` comes first. */
  readonly instructions: readonly Instruction[];
  /** The arguments that the last `ENTRYPOINT` in exec form gives; `CMD` is appended to them. */
  readonly entrypoint: readonly Mapped[] | undefined;
}

/** A Dockerfile cut at its `FROM` lines. */
export interface Stages {
  /** What stands before the first `FROM`: only `ARG` may. */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly StageReading[];
}

/** Gives each instruction to its stage; those before the first `FROM` have none. */
export function readStages(instructions: readonly Instruction[], escapeChar: Escape): Stages {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
  const preamble = instructions.slice(0, starts[0] ?? instructions.length);
  const defaults = new Map(
    preamble.flatMap(({ keyword, args }) =>
      keyword === 'ARG' ? readPairs('ARG', args, escapeChar).map(pair => [pair.name, pair.value?.text] as const) : [],
    ),
  );
  const stages: StageReading[] = [];
  /** Indexes of the stages that have a name; a number is none, and `FROM 0` means an image. */
  const named = new Map<string, number>();
  for (const [index, start] of starts.entries()) {
    const own = instructions.slice(start, starts[index + 1]);
    const stage = readStage(own, stages, named, name => defaults.get(name), escapeChar);
    if (stage.name !== `${index}`) named.set(stage.name, index);
    stages.push(stage);
  }
  return { preamble, stages };
}

function readStage(
  instructions: readonly Instruction[],
  earlier: readonly StageReading[],
  named: ReadonlyMap<string, number>,
  lookup: Lookup,
  escapeChar: Escape,
): StageReading {
  const [from] = instructions;
  const [image, as, alias] = from ? wordsOf(from.args, escapeChar).map(word => unquote(word, escapeChar)) : [];
  const base = image ?? NOTHING;
  const name = (as?.text.toLowerCase() === 'as' && alias?.text.toLowerCase()) || `${earlier.length}`;
  const reference = interpolate(base, 'backslash', lookup).text;
  const parentIndex = named.get(reference.toLowerCase());
  const parent = parentIndex === undefined ? undefined : earlier[parentIndex];
  const known = parent ? parent.owner.image : imageName(reference);
  const last = instructions.at(-1);
  const entrypoint = instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  return {
    name,
    base,
    span: from && last ? join(from.span, last.span) : base.span,
    ...optional('from', parentIndex),
    hasCommand: instructions.some(({ keyword }) => keyword === 'CMD'),
    hasEntrypoint: entrypoint !== undefined,
    ...optional('user', instructions.findLast(({ keyword }) => keyword === 'USER')?.args),
    copies: instructions.flatMap(instruction => readCopy(instruction, escapeChar)),
    owner: { kind: 'stage', name, ...optional('image', known) },
    namespace: { kind: 'container', id: name },
    instructions,
    entrypoint: entrypoint && readExecForm(entrypoint.args),
  };
}

/** What another stage or image gives is no file of the workspace. https://docs.docker.com/reference/dockerfile/#copy */
function readCopy({ keyword, args, flags }: Instruction, escapeChar: Escape): Stage['copies'] {
  if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some(({ name }) => name === 'from')) return [];
  const words = readExecForm(args) ?? wordsOf(args, escapeChar).map(word => unquote(word, escapeChar));
  const texts = words.map(({ text }) => text);
  const target = texts.at(-1);
  return target === undefined || texts.length < 2 ? [] : [{ sources: texts.slice(0, -1), target }];
}

function imageName(reference: string): string | undefined {
  const { name } = readImage(reference);
  return name === '' || name.includes(UNKNOWN) ? undefined : name;
}

const NOTHING: Mapped = { text: '', segments: [], span: { start: 0, end: 0 } };
