import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/** One build stage of a Dockerfile. https://docs.docker.com/reference/dockerfile/#from */
export interface Stage {
  /** The `AS` name in lower case, else its 0-based number as text. */
  readonly name: string;
  /** What it is built FROM: an image reference or the name of an earlier stage, before ARG values are filled in. */
  readonly base: Mapped;
  readonly span: Span;
  /** A stage name or number where `base` is an earlier stage of this file. */
  readonly from?: number;
  readonly hasCommand: boolean;
  readonly hasEntrypoint: boolean;
  /** The last `USER`, before variables are filled in. */
  readonly user?: Mapped;
  /** What `COPY` and `ADD` take from the build context. */
  readonly copies: readonly { readonly sources: readonly string[]; readonly target: string }[];
}
