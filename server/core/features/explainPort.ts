import type { Caution, RegistryEntry, Relation, Use } from '../../../registry/entry.ts';
import type { Port, Protocol } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import { portFacts } from './portFacts.ts';

/** The public JSON of one port: `portolan explain --format json`. Fields without a value are null. */
export interface ExplainedPort {
  readonly port: number;
  readonly registry: {
    readonly snapshot: string;
    readonly entries: readonly ExplainedEntry[];
    readonly remarks: readonly { readonly text: string; readonly source: string }[];
  };
  readonly uses: readonly ExplainedUse[];
  readonly signOfUse: {
    readonly seenIn: readonly { readonly source: string; readonly url: string }[];
    readonly searched: number;
    readonly date: string | null;
  };
  readonly claims: readonly { readonly software: string; readonly claim: string; readonly note: string }[];
  readonly cautions: readonly ExplainedCaution[];
  readonly related: readonly ExplainedRelation[];
}

export interface ExplainedEntry {
  /** null: a row without a transport, which stands for any. */
  readonly protocol: Protocol | null;
  readonly status: RegistryEntry['status'];
  readonly service: string | null;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly assignee: string | null;
  readonly registered: string | null;
  readonly modified: string | null;
  readonly references: readonly string[];
  readonly unauthorizedUse: string | null;
  readonly notes: string | null;
  readonly serviceCode: string | null;
}

export interface ExplainedUse {
  readonly software: string;
  /** The numbers of the use: a range, where the port is one of it. */
  readonly first: number;
  readonly last: number;
  readonly protocols: readonly Protocol[];
  readonly standing: Use['standing'];
  readonly confidence: Use['confidence'];
  readonly doubt: string | null;
  readonly category: string;
  readonly purpose: string;
  readonly exposure: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly images: readonly string[];
  readonly evidence: readonly { readonly url: string; readonly locator: string | null }[];
}

export interface ExplainedCaution {
  readonly kind: Caution['kind'];
  readonly system: string | null;
  readonly protocols: readonly Protocol[];
  readonly text: string;
  readonly source: string;
}

export interface ExplainedRelation {
  readonly port: number;
  /** Several are joined by `+`; `any` for a row of IANA without a transport. */
  readonly protocol: string;
  /** The name of the software, or of the service. */
  readonly software: string;
  readonly purpose: string;
  readonly relation: Relation;
}

/** Everything known about one port; of one transport, or of all. */
export function explainPort(registry: Registry, number: Port, protocol?: Protocol): ExplainedPort {
  const { port, snapshot, entries, remarks, uses, sign, claims, cautions, related } = portFacts(
    registry,
    number,
    protocol,
  );
  return {
    port,
    registry: {
      snapshot,
      entries: entries.map(explainEntry),
      remarks: remarks.map(({ text, source }) => ({ text, source })),
    },
    uses: uses.map(explainUse),
    signOfUse: { seenIn: sign?.seenIn ?? [], searched: sign?.searched ?? 0, date: sign?.date ?? null },
    claims: claims.map(({ software, claim, note }) => ({ software, claim, note })),
    cautions: cautions.map(({ kind, system, protocols, text, source }) => ({
      kind,
      system: system ?? null,
      protocols,
      text,
      source,
    })),
    related: related.map(({ port: other, protocols, name, detail, relation }) => ({
      port: other,
      protocol: protocols.join('+') || 'any',
      software: name,
      purpose: detail,
      relation,
    })),
  };
}

function explainEntry(entry: RegistryEntry): ExplainedEntry {
  return {
    protocol: entry.protocol,
    status: entry.status,
    service: entry.service ?? null,
    aliases: entry.aliases,
    description: entry.description,
    assignee: entry.assignee ?? null,
    registered: entry.registered ?? null,
    modified: entry.modified ?? null,
    references: entry.references,
    unauthorizedUse: entry.unauthorizedUse ?? null,
    notes: entry.notes ?? null,
    serviceCode: entry.serviceCode ?? null,
  };
}

function explainUse(use: Use): ExplainedUse {
  return {
    software: use.software,
    first: use.ports.first,
    last: use.ports.last,
    protocols: use.protocols,
    standing: use.standing,
    confidence: use.confidence,
    doubt: use.doubt ?? null,
    category: use.category,
    purpose: use.purpose,
    exposure: use.exposure ?? null,
    since: use.since ?? null,
    until: use.until ?? null,
    images: use.images,
    evidence: use.evidence.map(({ url, locator }) => ({ url, locator: locator ?? null })),
  };
}
