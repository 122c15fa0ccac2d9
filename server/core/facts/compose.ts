import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/**
 * A compose file as written: texts before interpolation, so that the workspace can fill in `.env` as Compose does.
 * https://docs.docker.com/reference/compose-file/
 */
export interface ComposeFile {
  /** Top-level `name`. */
  readonly name?: Mapped;
  /** Top-level `version`, as text. */
  readonly version?: string;
  /** `include` entries, each one or more files merged, with its own project directory and env files. */
  readonly includes: readonly ComposeInclude[];
  readonly services: readonly ComposeService[];
  /** Something in it has a meaning for `docker stack deploy` only, or nearly so. */
  readonly hasSwarmSigns: boolean;
}

export interface ComposeInclude {
  readonly paths: readonly Mapped[];
  readonly projectDirectory?: Mapped;
  readonly envFiles: readonly Mapped[];
  readonly span: Span;
}

export interface ComposeService {
  readonly name: string;
  readonly nameSpan: Span;
  /** All that stands under the name. */
  readonly span: Span;
  readonly image?: Mapped | undefined;
  readonly build?: ComposeBuild | undefined;
  readonly ports: readonly ServicePort[];
  /** On the service as a whole. */
  readonly tag?: MergeTag | undefined;
  readonly portsTag?: MergeTag | undefined;
  /** The key `ports` with its value; undefined where they come from an anchor. */
  readonly portsEntry?: { readonly key: Span; readonly value: Span } | undefined;
  readonly expose: readonly Mapped[];
  readonly networkMode?: Mapped | undefined;
  /** Undefined where the key is absent: the project's default network. */
  readonly networks?: readonly { readonly name: string; readonly aliases: readonly string[] }[] | undefined;
  readonly user?: Mapped | undefined;
  /** The names of kernel settings that it changes, with their values. */
  readonly sysctls: ReadonlyMap<string, Mapped | undefined>;
  /** `cap_add` */
  readonly addedCapabilities: readonly Mapped[];
  readonly privileged?: Mapped | undefined;
  readonly containerName?: Mapped | undefined;
  readonly hostname?: Mapped | undefined;
  /** Names by which it reaches other services: `db`, `db:database`. */
  readonly links: readonly Mapped[];
  /** Host names that `extra_hosts` gives an address. */
  readonly extraHosts: readonly string[];
  readonly profiles: readonly Mapped[];
  /** `scale`, or `deploy.replicas`. */
  readonly replicas?: Mapped | undefined;
  /** The place of the key, where the image's own command line is replaced. */
  readonly command?: Span | undefined;
  readonly entrypoint?: Span | undefined;
  readonly environment: readonly ServiceVariable[];
  readonly envFiles: readonly { readonly path: Mapped; readonly required: boolean }[];
  /** Paths inside the container on which something is mounted: volumes, configs, secrets. */
  readonly mounts: readonly string[];
  /** Those of them that come from a path or from the file of a config. */
  readonly binds: readonly { readonly source: Mapped; readonly target: string }[];
  readonly extends?: { readonly service: string; readonly file?: Mapped | undefined; readonly span: Span } | undefined;
}

/** `!override` replaces what the files before say, `!reset` drops it. */
export type MergeTag = 'override' | 'reset';

export interface ComposeBuild {
  readonly context?: Mapped | undefined;
  readonly dockerfile?: Mapped | undefined;
  readonly target?: Mapped | undefined;
  readonly span: Span;
}

export interface ServiceVariable {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined: taken from the environment that runs Compose. */
  readonly value?: Mapped | undefined;
}

/** One entry of `ports`. */
export type ServicePort =
  | {
      readonly form: 'short';
      readonly text: Mapped;
      /** The entry without quotes. */
      readonly span: Span;
      readonly index: number;
    }
  | {
      readonly form: 'long';
      readonly target?: Mapped;
      readonly published?: Mapped;
      readonly hostIp?: Mapped;
      readonly protocol?: Mapped;
      readonly mode?: Mapped;
      readonly span: Span;
      readonly index: number;
    };
