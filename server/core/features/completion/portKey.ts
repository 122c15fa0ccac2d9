import type { DocumentFacts } from '../../facts/document.ts';
import type { PodContainer, PortKey, Selection, ServiceObject, ServiceReference } from '../../facts/kubernetes.ts';
import { covers, type Span } from '../../text/span.ts';

/** A place in a file of Kubernetes that means a port of something else, by its name or its number. */
export type PortKeyPlace =
  | { readonly kind: 'target'; readonly service: ServiceObject }
  | { readonly kind: 'probe'; readonly container: PodContainer }
  | { readonly kind: 'reference'; readonly reference: ServiceReference }
  | { readonly kind: 'selection'; readonly selection: Selection };

export function portKeyAt({ kubernetes }: DocumentFacts, at: Span): PortKeyPlace | undefined {
  const isAt = (key: PortKey | undefined): boolean => key !== undefined && covers(key.span, at);
  for (const { span, service, pod, references, selections } of kubernetes?.objects ?? []) {
    if (!covers(span, at)) continue;
    if (service?.ports.some(({ target }) => isAt(target))) return { kind: 'target', service };
    const container = pod?.containers.find(({ probes }) => probes.some(({ port }) => isAt(port)));
    if (container) return { kind: 'probe', container };
    const reference = references.find(({ port }) => isAt(port));
    if (reference) return { kind: 'reference', reference };
    const selection = selections.find(({ port }) => isAt(port));
    if (selection) return { kind: 'selection', selection };
  }
  return undefined;
}
