/**
 * What the arguments of a well-known program say about ports, as its manual page has it. Flags are separated by blanks;
 * a flag that ends in `=` has its value only attached.
 */
export interface Program extends Flags {
  /** The program and the words that choose its subcommand; alternatives are separated by `|`. */
  readonly run: string;
  /** Flags that take no value; where this is given, every other flag takes one. */
  readonly switches?: string;
  /** What the words are that belong to no flag (`OperandKind`), in their order; `…` repeats the one before it. */
  readonly operands?: string;
  /** Switches that turn TCP into UDP. */
  readonly udp?: string;
  /** The transport of ports that name none; TCP where absent. */
  readonly protocol?: 'udp';
  /** It listens on the loopback address where nothing else is said. */
  readonly isLocal?: true;
}

/** Flags by what their value is. */
export interface Flags {
  /** A port, a host with a port, or a URL: one's own … */
  readonly listen?: string;
  /** … or that of somebody else. */
  readonly connect?: string;
  /** What is told to clients. */
  readonly advertise?: string;
  readonly expose?: string;
  /** A port that a firewall opens. */
  readonly allow?: string;
  /** A port that is neither opened nor dialled, only spoken of. */
  readonly label?: string;
  /** The host that a port of the same command belongs to: bound by a listener, dialled by a client. */
  readonly host?: string;
  /** `[ip:][host:]container[/protocol]` */
  readonly mapping?: string;
  /** ssh's `[bind:]port:host:hostport`. */
  readonly tunnel?: string;
  /** `local:remote` of one that leads elsewhere. */
  readonly forward?: string;
  /** Several ports and ranges behind commas, dialled. */
  readonly ports?: string;
  /** Hosts and ports between colons, as `--resolve` of curl has them. */
  readonly chain?: string;
  /** An image, whose registry may have a port. */
  readonly registry?: string;
  /** `NAME=value` */
  readonly setting?: string;
  /** Several of these behind commas. */
  readonly settings?: string;
  /** A command line for a shell. */
  readonly command?: string;
  /** A program in the interpreter's own language. */
  readonly script?: string;
  /** Anything else; without its flag it would count as an operand. */
  readonly value?: string;
}

export type FlagKind = keyof Flags;

/** `address`: a host with its port, or a URL. `run`: from here on the words are another command. `skip`: no port. */
export type OperandKind =
  | Exclude<FlagKind, 'value' | 'script' | 'tunnel' | 'mapping' | 'expose' | 'settings' | 'ports' | 'chain'>
  | 'deny'
  | 'address'
  | 'socat'
  | 'image'
  | 'run'
  | 'skip';
