import type { PortOccurrence } from '../ports/occurrence.ts';
import type { PortIndex } from '../ports/portIndex.ts';
import type { PortValue } from '../ports/value.ts';
import type { Lines } from '../text/lines.ts';
import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import type { ComposeFile } from './compose.ts';
import type { ComposeCall } from './composeCall.ts';
import type { FirewallRule } from './firewallRule.ts';
import type { KubernetesFile } from './kubernetes.ts';
import type { ProjectFile } from './projectFile.ts';
import type { Stage } from './stage.ts';
import type { StartedContainer } from './startedContainer.ts';

/** Everything known from one text alone: a pure function of path and text. */
export interface DocumentFacts {
  readonly path: string;
  /** The id of the format that read it. */
  readonly format: string;
  readonly text: string;
  readonly lines: Lines;
  /** In the order of their places. */
  readonly occurrences: readonly PortOccurrence[];
  /** The same by their written numbers. */
  readonly byPort: PortIndex<PortOccurrence>;
  /** What a `.env` file, `ENV` or `ARG` defines. */
  readonly variables: readonly VariableDefinition[];
  /** Which of them a name means at an offset, in files with scopes; else the last one of a name counts everywhere. */
  readonly variableAt?: (name: string, offset: number) => VariableDefinition | undefined;
  /** The files that give its variables their values, the first to define one wins; after them the file itself. */
  readonly variableSources: readonly VariableSource[];
  /** Faults of the port grammar that belong to no single number. */
  readonly faults: readonly Fault[];
  readonly suppressions: readonly Suppression[];
  /** How a comment is written in this file; undefined where it can have none. */
  readonly comment: CommentForm | undefined;
  /** Other files that this one names and that change what it means. */
  readonly references: readonly FileReference[];
  /** What the file describes, for the formats whose meaning goes beyond their ports. */
  readonly compose?: ComposeFile;
  /** The `-f` lists that its command lines give to Compose. */
  readonly composeCalls?: readonly ComposeCall[];
  readonly stages?: readonly Stage[];
  /** The bodies of what binds addresses by itself: a `server` of nginx, a frontend of HAProxy. */
  readonly serverBlocks?: readonly Span[];
  /** What it lets in through a cloud's firewall. */
  readonly firewallRules?: readonly FirewallRule[];
  /** The project's own settings of this tool. */
  readonly projectFile?: ProjectFile;
  readonly kubernetes?: KubernetesFile;
  /** The containers that it describes, in the order of their places, where its format is made for that. */
  readonly startedContainers?: readonly StartedContainer[];
  /** Why the file could not be read to its end, where that is so. */
  readonly syntaxErrors: readonly { readonly span: Span; readonly message: string }[];
}

/** `value` is the text after unquoting, so an address (`BIND_IP=127.0.0.1`) can be resolved as well as a port. */
export interface VariableDefinition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Mapped;
  /** The value read as a port, where it is one. */
  readonly port?: PortValue;
}

/** Files by place and name: the `.tfvars` of a Terraform module, the `values.yaml` of a chart. */
export interface VariableSource {
  /** Absolute, as `dirname` gives it; not what lies below. */
  readonly folder: string;
  /** A glob for the name. */
  readonly files: string;
  /** The folders around it too, the nearest first: where tools look for a `.env`. */
  readonly isAbove?: boolean;
  /** Names of which this makes the same are one: `SERVER_PORT` and `server.port`. */
  readonly nameOf?: (name: string) => string;
}

/** What the program that reads the file would refuse, at the smallest wrong part. */
export interface Fault {
  readonly rule:
    | 'malformed-port'
    | 'port-out-of-range'
    | 'ignored-listen-address'
    | 'unequal-port-ranges'
    | 'sexagesimal-port'
    | 'protocol-case';
  /** Picks the wording among the rule's messages. */
  readonly message: string;
  readonly span: Span;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** The rewrite that is right without doubt. */
  readonly fix?: {
    readonly title: string;
    readonly span: Span;
    readonly newText: string;
    readonly safety: 'safe' | 'suggested';
  };
  /** For a fault that some readers of the file suffer and others do not. */
  readonly severity?: 'warning' | 'info' | 'hint';
  readonly path: readonly (string | number)[];
}

/** What stands before a comment's text, and behind it: `<!--` and ` -->`. */
export interface CommentForm {
  readonly open: string;
  readonly close: string;
}

/** `# portolan-ignore rule-a, rule-b` */
export interface Suppression {
  readonly scope: 'line' | 'file';
  /** 0-based line whose findings are meant; 0 for a whole file. */
  readonly line: number;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** From its `portolan-` word to its last. */
  readonly span: Span;
  /** The whole comment, with what marks it as one. */
  readonly comment: Span;
}

export interface FileReference {
  /** part: of the same format, and read as if it stood here. */
  readonly kind: 'environment' | 'env_file' | 'include' | 'extends' | 'dockerfile' | 'part';
  /** Absolute, as `resolvePath` gives it; a part may be a glob. */
  readonly path: string;
  readonly span: Span;
  /** An optional file that is missing is no fault. */
  readonly required: boolean;
}
