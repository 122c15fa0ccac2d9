import type { Span } from '../../text/span.ts';
import type { Movable } from './mayMove.ts';

/** What a text other than a compose file says of one container that it starts. */
export interface StartedContainer extends Movable {
  /** All that is said of it stands here. */
  readonly span: Span;
  /** Somebody types it; elsewhere it is a description of what is to run. */
  readonly isCommand: boolean;
}

/** `NAME=value`; a name alone takes its value from where the command runs. */
export function variablesOf(assignments: readonly string[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    assignments.map(word => {
      const equals = word.indexOf('=');
      const value = equals < 0 ? undefined : word.slice(equals + 1);
      return [equals < 0 ? word : word.slice(0, equals), value?.includes('$') ? undefined : value];
    }),
  );
}

/** `source:/target:ro`, `/target`; what is not plain counts as a configuration. */
export function mountedAt(volume: string): string {
  const [, target] = /^(?:[^:]*:)?(\/[^:$]*)(?::[\w,]*)?$/.exec(volume) ?? [];
  return target ?? ANYWHERE;
}

/** `type=bind,source=./a,target=/b` */
export function targetOf(mount: string): string {
  return /(?:^|,)(?:target|destination|dst)=([^,$]+)/.exec(mount)?.[1] ?? ANYWHERE;
}

const ANYWHERE = '/etc';
