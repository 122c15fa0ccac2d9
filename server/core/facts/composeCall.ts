/** Files that a command line gives to Compose: `docker compose -f compose.yaml -f compose.prod.yaml up`. */
export interface ComposeCall {
  /** As written, in merge order; at least one. */
  readonly files: readonly string[];
  /** What `--env-file` names, in place of `.env`. */
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
  /** The folder that a `cd` on the same line goes to. */
  readonly folder?: string;
}
