import type { Port, PortRange, Protocol, Protocols } from './port.ts';

/** `2026-08-17`, or the coarser `2004-11` where the source says no more. */
export type IsoDate = `${number}-${number}` | `${number}-${number}-${number}`;

/** One row of IANA's registry. https://www.iana.org/assignments/service-names-port-numbers/ */
export interface RegistryEntry {
  readonly ports: PortRange;
  /** null: a row without a transport, which stands for any. */
  readonly protocol: Protocol | null;
  /** `not-listed` and `dynamic` never stand in the table: they are made for a number that has no row. */
  readonly status: 'assigned' | 'reserved' | 'unassigned' | 'not-listed' | 'dynamic';
  readonly service?: string;
  /** Old spellings of the service that IANA keeps as rows of their own. */
  readonly aliases: readonly string[];
  /** IANA's own words with blanks folded; empty where the row has none. */
  readonly description: string;
  /** Organisation or name, never an address. For the port page only. */
  readonly assignee?: string;
  readonly registered?: IsoDate;
  readonly modified?: IsoDate;
  /** As IANA writes them, without brackets: `RFC9110`, a URL, or a text. */
  readonly references: readonly string[];
  readonly unauthorizedUse?: string;
  readonly notes?: string;
  /** Of DCCP only: what stands in its packets beside the number. https://www.rfc-editor.org/rfc/rfc4340#section-8.1.2 */
  readonly serviceCode?: string;
}

/** Where a claim can be checked. */
export interface Evidence {
  readonly url: string;
  /** Heading, line or key on that page. */
  readonly locator?: string;
  /** The day on which the text was read. */
  readonly seen: IsoDate;
}

/**
 * How well a use is founded. high: its maker says so. medium: a register, packager or program does, or two independent
 * sources agree. low: one catalogue or list, or a doubt: shown last, and no warning rests on it.
 */
export type Confidence = 'high' | 'medium' | 'low';

/** Why publishing a port deserves care. Curated; listed on the pages of the rules that look at it. */
export type Exposure = 'datastore' | 'console' | 'debugger' | 'unauthenticated-api';

/** One piece of software that really uses a port, with its evidence: `registry:check` refuses a use without. */
export interface Use {
  readonly software: string;
  readonly ports: PortRange;
  readonly protocols: Protocols;
  /** default: the maker's own; common: usual, but configured; legacy: of old versions. */
  readonly standing: 'default' | 'common' | 'legacy';
  readonly purpose: string;
  readonly category: string;
  readonly since?: string;
  readonly until?: string;
  /** Images whose container answers on this port, as `Owner.image` writes them. */
  readonly images: readonly string[];
  readonly exposure?: Exposure;
  readonly confidence: Confidence;
  /** What is not certain: sources differ, or none names the transport. */
  readonly doubt?: string;
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** One port on which an image's container listens. */
export interface ImagePort {
  readonly ports: PortRange;
  readonly protocol: Protocol;
  /** The image itself declares it (EXPOSE in its release Dockerfile). */
  readonly declared: boolean;
}

/** What a container image is known to listen on. */
export interface ImageFacts {
  /** As `Owner.image` writes it: no tag, no digest, no `docker.io/library/`. */
  readonly image: string;
  readonly software: string;
  /** Its ports follow its configuration (nginx, traefik ...): no other port can be called wrong. */
  readonly configurable: boolean;
  /** The list is complete enough that a container port outside it deserves a warning. */
  readonly complete: boolean;
  readonly ports: readonly ImagePort[];
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** What is often said of a port without a primary source. */
export interface Claim {
  readonly software: string;
  readonly ports: PortRange;
  readonly claim: string;
  readonly note: 'claimed, no primary source found';
}

/** What a caution is about. `unauthorized-use` is never written: it is read out of IANA's notes. */
export type CautionKind =
  | 'browser-blocked'
  | 'system-claimed'
  | 'ephemeral'
  | 'node-port'
  | 'cluster'
  | 'docker-api'
  | 'experimental'
  | 'unauthorized-use'
  | 'abuse';

export type CautionSystem = 'linux' | 'windows' | 'macos' | 'freebsd';

/** What to beware of when choosing a port, whoever uses it. */
export interface Caution {
  readonly kind: CautionKind;
  /** Sorted; never empty. */
  readonly ports: readonly PortRange[];
  readonly protocols: Protocols;
  /** Where it is about one system. */
  readonly system?: CautionSystem;
  readonly text: string;
  /** A URL. */
  readonly source: string;
  readonly seen: IsoDate;
}

/** What is known of a registration beyond IANA's row: who the registrant was, with what the number is confused. */
export interface Remark {
  readonly ports: PortRange;
  readonly text: string;
  /** A URL. */
  readonly source: string;
  readonly seen: IsoDate;
}

/** Why a port is named beside another one. */
export type Relation =
  | 'same-software'
  | 'secure-variant'
  | 'plain-variant'
  | 'same-registrant'
  | 'similar-name'
  | 'same-purpose';

/** Another port that belongs to what is known of a port. */
export interface RelatedPort {
  readonly port: Port;
  /** Empty for a row of IANA without a transport, which stands for any. */
  readonly protocols: readonly Protocol[];
  /** Of software, or the name of a service. */
  readonly name: string;
  /** The purpose or the description; empty where there is none. */
  readonly detail: string;
  readonly relation: Relation;
  /** Of what: a program as it is, or a service as IANA registered it. */
  readonly kind: 'software' | 'service';
}

/** In which of the sources that were searched the registered service stands. None of them is no proof of disuse. */
export interface SignOfUse {
  readonly seenIn: readonly { readonly source: string; readonly url: string }[];
  /** How many sources were searched. */
  readonly searched: number;
  /** All that were searched, in their order. */
  readonly sources: readonly { readonly source: string; readonly url: string }[];
  /** The day of the search. */
  readonly date: string;
}

/** One answer of a search: a service of IANA, or a use. */
export interface Match {
  readonly kind: 'service' | 'software';
  readonly ports: PortRange;
  readonly protocols: Protocols;
  /** `postgresql`, `PostgreSQL`. */
  readonly name: string;
  /** The description or the purpose. */
  readonly detail: string;
  /** Where the name holds what was typed; half-open, in UTF-16 code units. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}
