import type { VariableDefinition } from '../../facts/document.ts';
import type { StageReading } from './stages.ts';

/** What names stand for in each stage. https://docs.docker.com/build/building/variables/#scoping */
export interface Scopes {
  /** `stage` is undefined before the first `FROM`; `definition` where an `ARG` has no default. */
  declare(stage: StageReading | undefined, declaration: Declaration): void;
  /** What a name stands for in a stage, of that which is written before an offset. */
  find(stage: StageReading | undefined, name: string, before: number): VariableDefinition | undefined;
}

/** An `ENV` or `ARG`, and from where on it holds. */
export interface Declaration {
  readonly keyword: 'ENV' | 'ARG';
  readonly name: string;
  /** Offset of the name. */
  readonly at: number;
  readonly definition: VariableDefinition | undefined;
}

/** An image has no more layers than this, so no chain of stages is longer. */
const LONGEST_CHAIN = 127;

/** What a name means depends on the stage and on the lines before: https://docs.docker.com/reference/dockerfile/#scope */
export function createScopes(stages: readonly StageReading[]): Scopes {
  const known = new Map<string, Declaration[]>();
  const keyOf = (stage: StageReading | undefined, keyword: Declaration['keyword'], name: string): string =>
    `${stage?.name ?? ''} ${keyword} ${name}`;
  return {
    declare(stage, declaration) {
      const key = keyOf(stage, declaration.keyword, declaration.name);
      const list = known.get(key);
      if (list) list.push(declaration);
      else known.set(key, [declaration]);
    },
    find(stage, name, before) {
      const last = (within: StageReading | undefined, keyword: Declaration['keyword']): Declaration | undefined =>
        known.get(keyOf(within, keyword, name))?.findLast(({ at }) => at < before);
      let argument: Declaration | undefined;
      let current = stage;
      for (let step = 0; current && step < LONGEST_CHAIN; step++) {
        // `ENV` goes before `ARG`, also where the stage has it from the one that it is built from.
        const variable = last(current, 'ENV');
        if (variable) return variable.definition;
        argument ??= last(current, 'ARG');
        current = current.from === undefined ? undefined : stages[current.from];
      }
      // What stands before the first `FROM` counts in a stage only where an `ARG` there repeats its name.
      if (stage && !argument) return undefined;
      return argument?.definition ?? last(undefined, 'ARG')?.definition;
    },
  };
}
