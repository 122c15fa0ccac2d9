import type { Protocol } from '../../../registry/port.ts';
import type { PortText } from '../ports/value.ts';
import type { Span } from '../text/span.ts';

/** What a file says of a cluster: its objects, or how a kustomization puts the objects of other files together. */
export interface KubernetesFile {
  readonly objects: readonly KubernetesObject[];
  readonly kustomization?: Kustomization;
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/ */
export interface KubernetesObject {
  readonly kind: string;
  /** Undefined where it is not written, or where a template gives it. */
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly labels: Labels;
  readonly span: Span;
  /** A template may add to it, take from it, or leave it out: what it lacks is unknown. */
  readonly isTemplate: boolean;
  readonly pod?: PodTemplate;
  readonly service?: ServiceObject;
  /** Where it speaks of ports of others by name or number. */
  readonly references: readonly ServiceReference[];
  /** Where it speaks of ports of the pods, or the Services, that it selects. */
  readonly selections: readonly Selection[];
}

export type Labels = ReadonlyMap<string, string>;

/** A name or a number, as Kubernetes' IntOrString. */
export interface PortKey {
  /** What is written, without quotes; undefined where nobody can tell. */
  readonly text: string | undefined;
  readonly span: Span;
}

/** The name that stands there; undefined for a number, and for what nobody can tell. */
export function nameIn({ text }: PortKey): string | undefined {
  return text === undefined || /^\d+$/.test(text) ? undefined : text;
}

/** The pods of a workload, or a pod by itself. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
export interface PodTemplate {
  readonly labels: Labels;
  /** In the order of the text. */
  readonly containers: readonly PodContainer[];
  readonly hostNetwork: boolean;
  /** A part of a pod, for merging into another: a container has no image, or no container is there. */
  readonly isPartial: boolean;
}

export interface PodContainer {
  readonly name: string | undefined;
  /** Without tag, as the registry tables name it. */
  readonly image: string | undefined;
  /** What runs beside the others: not an init container, unless it is restarted always. */
  readonly isRunning: boolean;
  readonly ports: readonly ContainerPort[];
  /** Of probes and lifecycle hooks. */
  readonly probes: readonly Probe[];
  /** `command` or `args` replace what the image would start. */
  readonly hasCommand: boolean;
  /** Undefined where the value comes from elsewhere. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** `envFrom`: it has variables that do not stand here. */
  readonly openEnvironment: boolean;
  /** Paths inside the container on which something is mounted. */
  readonly mounts: readonly string[];
  /** Undefined where it may run as root. */
  readonly user?: ContainerUser;
  /** A template may give it more ports than stand here. */
  readonly isOpen: boolean;
  readonly span: Span;
}

/** A user other than root. */
export interface ContainerUser {
  /** `runAsUser`; undefined where only `runAsNonRoot` is written. */
  readonly id?: string;
  /** A sysctl, a capability or more says something of ports below 1024. */
  readonly mayOpenAnyPort: boolean;
  /** The file of a program cannot give it the right either: capabilities are dropped, or escalation is off. */
  readonly hasNoMoreRights: boolean;
}

export interface ContainerPort {
  readonly number: PortText;
  readonly hostPort?: PortText;
  readonly hostIp?: string;
  /** Undefined where it is written, and nobody can tell. */
  readonly protocol: Protocol | undefined;
  readonly name?: PortKey;
  readonly span: Span;
}

export interface Probe {
  /** `livenessProbe`, `preStop`. */
  readonly key: string;
  readonly port: PortKey;
}

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export interface ServiceObject {
  /** Undefined: it has none, and somebody else makes its endpoints. */
  readonly selector: Labels | undefined;
  readonly ports: readonly ServiceObjectPort[];
}

export interface ServiceObjectPort {
  readonly number: PortText;
  readonly name?: PortKey;
  /** Absent: the same number as `number`. */
  readonly target?: PortKey;
  readonly nodePort?: PortText;
  readonly protocol: Protocol | undefined;
  readonly protocolSpan?: Span;
  readonly span: Span;
}

/** A port of a Service that an Ingress leads to. */
export interface ServiceReference {
  readonly service: string;
  readonly port: PortKey;
}

/** A port by which a NetworkPolicy or a monitor means those of all that its labels select. */
export interface Selection {
  readonly of: 'pods' | 'services';
  readonly labels: Labels;
  /** Undefined: those of its own namespace. `any`: of all, or of some that nobody can tell. */
  readonly namespaces: readonly string[] | 'any' | undefined;
  readonly port: PortKey;
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  /** Files and folders, absolute. */
  readonly resources: readonly string[];
  /** Files that hold parts of objects, absolute. */
  readonly patchFiles: readonly string[];
  readonly targets: readonly PatchTarget[];
}

/** Which objects a patch changes; what it leaves open is any. */
export interface PatchTarget {
  readonly kind?: string;
  readonly name?: string;
}
