import type { Protocol } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';

/** The public JSON of one port: `portolan explain --format json`. */
export interface ExplainedPort {
  readonly port: number;
  readonly registry: {
    readonly snapshot: string;
    readonly entries: readonly {
      readonly protocol: Protocol | null;
      readonly status: string;
      readonly service: string | null;
      readonly aliases: readonly string[];
      readonly description: string;
      readonly assignee: string | null;
      readonly registered: string | null;
      readonly modified: string | null;
      readonly references: readonly string[];
      readonly unauthorizedUse: string | null;
      readonly notes: string | null;
    }[];
  };
  readonly uses: readonly {
    readonly software: string;
    readonly protocols: readonly Protocol[];
    readonly standing: string;
    readonly purpose: string;
    readonly since: string | null;
    readonly until: string | null;
    readonly images: readonly string[];
    readonly evidence: readonly { readonly url: string; readonly locator: string | null }[];
  }[];
  readonly signOfUse: {
    readonly seenIn: readonly { readonly source: string; readonly url: string }[];
    readonly searched: number;
    readonly date: string;
  };
  readonly claims: readonly { readonly software: string; readonly claim: string; readonly note: string }[];
  readonly cautions: readonly { readonly kind: string; readonly text: string; readonly source: string }[];
  readonly related: readonly { readonly port: number; readonly why: string }[];
}

/** The answer to `PORT`, `PORT/PROTO`, `FIRST-LAST` or a name. */
export type Explanation =
  | {
      readonly kind: 'ports';
      readonly ports: readonly number[];
      readonly protocol: Protocol | undefined;
      readonly query: string;
    }
  | { readonly kind: 'unknown'; readonly message: string; readonly suggestions: readonly string[] };

export declare function explain(registry: Registry, query: string): Explanation;
export declare function explainPort(registry: Registry, port: number, protocol?: Protocol): ExplainedPort;
