import type { ImageFacts, RegistryEntry, Use } from './entry.ts';
import type { Port, PortRange, Protocol } from './port.ts';

/** All that is known about ports. Immutable; made by `createRegistry`, or by a test from a few rows. */
export interface Registry {
  readonly version: {
    /** The date of IANA's snapshot, `2026-08-17`. */
    readonly iana: string;
  };
  /**
   * What the registry says of one number, never empty: rows for that transport and rows without a transport, a named
   * row before the range that covers it. Without `protocol`: of every transport.
   */
  assigned(port: Port, protocol?: Protocol): readonly RegistryEntry[];
  /** Who uses one number, best known first. Without `protocol`: by any transport. */
  used(port: Port, protocol?: Protocol): readonly Use[];
  /** Uses whose ports overlap the range, sorted by number. */
  usedIn(range: PortRange): readonly Use[];
  /** The ports that stand under a service name of IANA (any case), sorted. */
  named(service: string, protocol?: Protocol): readonly PortRange[];
  /** Every use of a piece of software, by its name in any case. */
  ofSoftware(name: string): readonly Use[];
  /** Every use that names this image, as `Owner.image` writes it. */
  ofImage(image: string): readonly Use[];
  /** What the image is known to listen on. */
  image(image: string): ImageFacts | undefined;
  /** Service and software names nearest to a misspelt one, best first, at most five. */
  suggest(name: string): readonly string[];
}
