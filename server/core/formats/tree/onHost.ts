import type { Scope } from './place.ts';

/** For programs that run where the file is: on a developer's machine, or on the server that it configures. */
export function onHost(): Scope {
  return { namespace: { kind: 'host' } };
}
