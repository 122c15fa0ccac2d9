import type { Protocol } from '../../../registry/port.ts';
import type { PortText } from '../ports/value.ts';
import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/** A rule of a cloud's firewall that lets something in, as a file describes it. Others are left out. */
export interface FirewallRule {
  /** What the file calls it: `aws_security_group.db`. */
  readonly resource: string;
  /** Its description and other words that tell what it is for. */
  readonly words: readonly string[];
  /** The same of the resource that it stands in. */
  readonly about: readonly string[];
  /** Whether it is there at all depends on a parameter or a variable. */
  readonly isConditional: boolean;
  /** Networks, or a provider's words for all of them, with unknown variables kept open. */
  readonly sources: readonly Mapped[];
  /** Undefined: any. */
  readonly protocol: Protocol | undefined;
  /** Empty: all ports. */
  readonly ports: readonly FirewallPorts[];
  /** Where to say something of the rule as a whole: its first port, else its protocol, else its source. */
  readonly span: Span;
}

/** One number, a range in one text, or the two ends of a range in two. */
export interface FirewallPorts {
  readonly first: PortText;
  readonly last: PortText | undefined;
}
