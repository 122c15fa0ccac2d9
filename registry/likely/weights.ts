/** How much each reason counts. What the place says outweighs what is known of the number; see docs/ranking.md. */
export const WEIGHT = {
  /** The image's container listens there. */
  image: 100,
  /** The image is known, and not to listen there. */
  imageElsewhere: 50,
  format: 60,
  /** The whole name stands at the place, and the software uses the number. */
  name: 60,
  /** The same among keys, which speak of other things too. */
  key: 40,
  /** The whole name stands there, of software that is not known to use the number. */
  nameElsewhere: 50,
  /** The same among other words: `MASTODON_DB_PORT`. */
  nameAmongOthers: 35,
  /** A protocol's name says little of who speaks it. */
  protocolElsewhere: 20,
  /** A part of the name stands there. */
  part: 30,
  role: 40,
  /** The image is one that programs of this kind are built on. */
  runtime: 32,
  /** Words of the purpose, each and at most. */
  purpose: 7,
  mostPurpose: 14,
  category: 6,
  standing: { default: 18, common: 16, legacy: 6 },
  /** Taken off. */
  confidence: { high: 0, medium: 0, low: 10 },
  wideRange: 12,
  /** The first of those who are known, and each next a little less. */
  known: 14,
  knownNext: 0.75,
  registered: 15,
  /** The first where hardly anybody else uses the number. */
  fewOthers: 10,
} as const;

/** So many programs are few. */
export const FEW = 9;
