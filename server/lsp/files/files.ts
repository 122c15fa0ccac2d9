/** Where the texts of a workspace come from when no editor has them open. */
export interface Files {
  /** URIs of the files in a folder that match a glob; those that the user's `.gitignore` hides are left out. */
  find(folder: string, globs: readonly string[], cancel: Cancel): AsyncIterable<string>;
  /** True for a file that `find` would leave out. */
  hides(folder: string, uri: string): Promise<boolean>;
  /** Undefined: gone, not text, or over `LARGEST`. Never fails. */
  read(uri: string): Promise<string | undefined>;
}

export interface Cancel {
  readonly isCancellationRequested: boolean;
}

/** In bytes. Larger files are rarely written by hand, and an editor must not stall. */
export const LARGEST = 1_000_000;
