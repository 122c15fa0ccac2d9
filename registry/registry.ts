import type { Caution, Claim, ImageFacts, Match, RegistryEntry, RelatedPort, Remark, SignOfUse, Use } from './entry.ts';
import type { Place, Ranked } from './place.ts';
import type { Port, PortRange, Protocol } from './port.ts';

/** All that is known about ports. Immutable; made by `createRegistry`, or by a test from a few rows. */
export interface Registry {
  readonly version: {
    /** The date of IANA's snapshot, `2026-08-17`. */
    readonly iana: string;
  };
  /**
   * What the registry says of one number, never empty: rows for that transport and rows without a transport. A row for
   * the number itself hides the range that covers it. Without `protocol`: of tcp, udp, and the others that have rows.
   */
  assigned(port: Port, protocol?: Protocol): readonly RegistryEntry[];
  /** Who uses one number, best known first. Without `protocol`: by any transport. */
  used(port: Port, protocol?: Protocol): readonly Use[];
  /** True where somebody likely takes the number, by any transport: nothing past, in doubt, or of a wide range. */
  isUsed(port: Port): boolean;
  /** Uses whose ports overlap the range, sorted by number. */
  usedIn(range: PortRange): readonly Use[];
  /** The ports that stand under a service name of IANA (any case), sorted. */
  named(service: string, protocol?: Protocol): readonly PortRange[];
  /** Every use of a piece of software, by its name in any case. */
  ofSoftware(name: string): readonly Use[];
  /** The names of the software that a format of configuration is of, by the format's id; empty where it is of none. */
  ofFormat(format: string): readonly string[];
  /** Every use that names this image, as `Owner.image` writes it. */
  ofImage(image: string): readonly Use[];
  /** What the image is known to listen on. */
  image(image: string): ImageFacts | undefined;
  /** What is often said of a number without a primary source. Claims are no uses. */
  claims(port: Port): readonly Claim[];
  /** What to beware of on a number, in the order in which it matters; of one transport, or of all. */
  cautions(port: Port, protocol?: Protocol): readonly Caution[];
  /** What is known of the registration of a number beyond IANA's row. */
  remarks(port: Port): readonly Remark[];
  /** Ports of the same software, registrant or purpose, and secure variants. */
  related(port: Port, protocol?: Protocol): readonly RelatedPort[];
  /** Where the registered service was seen; undefined for a number that is not assigned. Never read it as "unused". */
  signOfUse(port: Port, protocol?: Protocol): SignOfUse | undefined;
  /** About how many programs take the number by default: those known by name, or counted in public collections. */
  crowd(port: Port, protocol: Protocol): number;
  /**
   * Who is likeliest to use a number at a place, best first, at most twenty: by what the place says (image, names,
   * format) before what is known of the number. Empty where nobody is known; see `SURE` for how far to trust the first.
   */
  likely(port: Port, place: Place): readonly Ranked[];
  /** For a look-up as one types: numbers, service names, software and purposes, best first. */
  search(text: string, limit: number): readonly Match[];
  /** Service and software names nearest to a misspelt one, best first, at most five. */
  suggest(name: string): readonly string[];
}
