/** How one program writes its keys and values with braces. */
export interface BraceDialect {
  /** What begins a comment. */
  readonly comments: readonly string[];
  /** What stands between a key and its value; longer ones first. */
  readonly assign: readonly string[];
  readonly quotes: string;
  /** A quote may go over several lines. */
  readonly longQuotes: boolean;
  /** `a.b` is `b` in `a`. */
  readonly dotted: boolean;
  /** Round brackets are lists too. */
  readonly round: boolean;
  /** A bare value is one word, as the next key may follow on its line. */
  readonly oneWord: boolean;
  /** Conditions stand before blocks: `if a == "b" { … }` is `if` with a list of the words and a map. */
  readonly conditions: boolean;
}

/** https://github.com/lightbend/config/blob/main/HOCON.md */
export const HOCON: BraceDialect = {
  comments: ['#', '//'],
  assign: ['+=', '=', ':'],
  quotes: '"',
  longQuotes: false,
  dotted: true,
  round: false,
  oneWord: false,
  conditions: false,
};

/** https://docs.nats.io/running-a-nats-service/configuration#configuration-file-format */
export const NATS: BraceDialect = { ...HOCON, assign: ['=', ':'], quotes: '"\'', dotted: false };

/** https://hyperrealm.github.io/libconfig/libconfig_manual.html#Configuration-Files */
export const LIBCONFIG: BraceDialect = { ...NATS, comments: ['#', '//', '/*'], quotes: '"', round: true };

/** https://www.elastic.co/docs/reference/logstash/configuration-file-structure */
export const LOGSTASH: BraceDialect = {
  ...HOCON,
  comments: ['#'],
  assign: ['=>'],
  quotes: '"\'',
  longQuotes: true,
  dotted: false,
  oneWord: true,
  conditions: true,
};
