/** How one family of programs writes its `key = value` lines. */
export interface KeyValueDialect {
  /** The characters between a key and its value; the first on a line counts. */
  readonly separators: string;
  /** Whether a blank separates as well, as in `port 5432`: always, or in a line without another separator. */
  readonly blankSeparates: 'never' | 'always' | 'otherwise';
  /** A line that begins with one of these characters is a comment. */
  readonly comments: string;
  /** The characters that begin a comment behind a value, and what must stand before them. */
  readonly inline: string;
  readonly inlineAfter: 'blank' | 'anything';
  /** `//` begins a comment too, on its line or behind a blank. */
  readonly slashes: boolean;
  /** The characters that may end a value without being of it. */
  readonly ends: string;
  /** indent: a line indented deeper than its key goes on with the value; backslash: the last character says so. */
  readonly continuation: 'none' | 'indent' | 'backslash';
  /** What stands between the lines of a value. */
  readonly glue: '\n' | ' ' | '';
  /** The quotes that may stand around a whole value. */
  readonly quotes: string;
  /** A quote written twice within quotes is one. */
  readonly doubledQuotes: boolean;
  readonly escapes: Escapes | undefined;
  readonly sections: boolean;
  /** Keys are equal in either case, and are given in lower case. */
  readonly lowerKeys: boolean;
  /** A `#---` or `!---` line begins another document. */
  readonly manyDocuments: boolean;
}

/** What a backslash does. */
export interface Escapes {
  /** Outside of quotes too, and in keys. */
  readonly everywhere: boolean;
  readonly meaning: Readonly<Record<string, string>>;
  /** `\u0041`, in hexadecimal. */
  readonly unicode: boolean;
  /** Of an escape without meaning, the character alone or the backslash too. */
  readonly unknown: 'character' | 'both';
}

/** https://docs.python.org/3/library/configparser.html#supported-ini-file-structure, with comments behind values. */
export const INI: KeyValueDialect = {
  separators: '=:',
  blankSeparates: 'never',
  comments: ';#',
  inline: ';#',
  inlineAfter: 'blank',
  slashes: false,
  ends: '',
  continuation: 'indent',
  glue: '\n',
  quotes: '"\'',
  doubledQuotes: false,
  escapes: undefined,
  sections: true,
  lowerKeys: false,
  manyDocuments: false,
};

/**
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 * https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.multi-document
 */
export const PROPERTIES: KeyValueDialect = {
  ...INI,
  blankSeparates: 'always',
  comments: '#!',
  inline: '',
  continuation: 'backslash',
  glue: '',
  quotes: '',
  escapes: {
    everywhere: true,
    meaning: { n: '\n', r: '\r', t: '\t', f: '\f' },
    unicode: true,
    unknown: 'character',
  },
  sections: false,
  manyDocuments: true,
};

/** https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html */
export const SYSTEMD: KeyValueDialect = {
  ...INI,
  separators: '=',
  inline: '',
  continuation: 'backslash',
  glue: ' ',
  quotes: '',
};

/** https://dev.mysql.com/doc/refman/8.4/en/option-files.html */
export const MYCNF: KeyValueDialect = {
  ...INI,
  separators: '=',
  comments: '#;',
  inline: '#',
  inlineAfter: 'anything',
  continuation: 'none',
  escapes: {
    everywhere: true,
    meaning: { b: '\b', t: '\t', n: '\n', r: '\r', '\\': '\\', s: ' ', '"': '"', "'": "'" },
    unicode: false,
    unknown: 'both',
  },
};

/** https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-CONFIGURATION-FILE */
export const POSTGRES: KeyValueDialect = {
  ...INI,
  separators: '=',
  blankSeparates: 'always',
  comments: '#',
  inline: '#',
  inlineAfter: 'anything',
  continuation: 'none',
  quotes: "'",
  doubledQuotes: true,
  escapes: {
    everywhere: false,
    meaning: { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
    unicode: false,
    unknown: 'character',
  },
  sections: false,
  lowerKeys: true,
};

/** https://www.rabbitmq.com/docs/configure#config-file and https://man7.org/linux/man-pages/man5/sysctl.conf.5.html */
export const SYSCTL: KeyValueDialect = {
  ...INI,
  separators: '=',
  comments: '#;',
  inline: '#',
  continuation: 'none',
  quotes: "'",
  sections: false,
};

/** What the settings of games and of many small programs have in common: `port = 80;`, `"port": 80,`, `port 80 // why`. */
export const SETTINGS: KeyValueDialect = {
  ...INI,
  blankSeparates: 'otherwise',
  slashes: true,
  ends: ';,',
  continuation: 'none',
};
