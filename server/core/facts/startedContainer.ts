import type { Span } from '../text/span.ts';

/** What tells whether the software of an image still listens where the image alone would have it. */
export interface Movable {
  /** Something else than the image as it is known may run. */
  readonly isBuilt: boolean;
  /** `command`, `entrypoint` or an argument replaces what the image would start. */
  readonly replacesCommand: boolean;
  /** More variables may be set than those that are known. */
  readonly openEnvironment: boolean;
  /** Undefined: nobody knows the value. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Paths inside the container on which something is mounted. */
  readonly mounts: readonly string[];
}

/** What a text other than a compose file says of one container that it starts. */
export interface StartedContainer extends Movable {
  /** All that is said of it stands here. */
  readonly span: Span;
}
