import { type Mapped, opaque } from '../../text/mapped.ts';

/** The first word of a command whose program stands elsewhere; without a name it is one that no table knows. */
export function programWord(name = 'program'): Mapped {
  return opaque(name, { start: 0, end: 0 });
}
