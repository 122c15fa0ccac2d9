import type { Use } from './entry.ts';
import type { Port, Protocol } from './port.ts';

/** What is known of the place at which a port number stands. Every part may be missing. */
export interface Place {
  readonly protocol?: Protocol | undefined;
  /** The image of the container that answers on the port. */
  readonly image?: string | undefined;
  /** The port of that container, where the number asked for is the host's. */
  readonly inside?: Port | undefined;
  /** What the thing that answers is called: a service, a folder, the host that is dialled. */
  readonly names?: readonly string[] | undefined;
  /** The variables that hold the number: `REDIS_PORT`. */
  readonly variables?: readonly string[] | undefined;
  /** Other words on the way to the number: keys, sections. */
  readonly keys?: readonly string[] | undefined;
  /** Of the URL. */
  readonly scheme?: string | undefined;
  /** The format of the file, by its id: `nginx`. */
  readonly format?: string | undefined;
  /** As `PortOccurrence.role`. */
  readonly role?: string | undefined;
}

/** Why somebody is thought to use a port. The first six come from the place, the others from the number. */
export type Reason =
  | 'image'
  | 'name'
  | 'format'
  | 'role'
  | 'runtime'
  | 'purpose'
  | 'registered'
  | 'default'
  | 'few others';

/** One answer to the question who uses a port at a place. */
export interface Ranked {
  readonly software: string;
  /** Undefined where the place names the software and nothing says that it uses this number. */
  readonly use: Use | undefined;
  readonly score: number;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

/** From this score on, an answer is more than the best guess. */
export const SURE = 40;
