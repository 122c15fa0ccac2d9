import type { KubernetesObject, PodTemplate } from '../../facts/kubernetes.ts';
import { get, type Node, scalar, type Tree } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { Span } from '../../text/span.ts';
import { isWorkload, objectNodes, templateNode } from './objectNodes.ts';
import { labelsOf, type TextOf, textAt } from './objectText.ts';
import { podTemplate, type Template } from './podTemplate.ts';
import { selections, serviceReferences } from './portReferences.ts';
import { serviceObject } from './serviceObject.ts';

/** The objects of a file, also those within a `List`. */
export function kubernetesObjects({ documents }: Tree, source: string, text: TextOf): readonly KubernetesObject[] {
  return documents.flatMap((document, index) => {
    // What a template adds may stand before the object or behind it.
    const start = documents[index - 1]?.span.end ?? 0;
    const end = documents[index + 1]?.span.start ?? source.length;
    const template = holdsTemplate(source, { start, end }) ? { source, end } : undefined;
    return objectNodes(document).flatMap(node => readObject(node, template, text) ?? []);
  });
}

function holdsTemplate(source: string, { start, end }: Span): boolean {
  // Cut out first: a search for a mark that is missing goes on to the end of the text.
  return /\{\{|\{%|<%/.test(source.slice(start, end));
}

function readObject(node: Node, template: Template | undefined, text: TextOf): KubernetesObject | undefined {
  const kind = scalar(get(node, 'kind'))?.text;
  const version = scalar(get(node, 'apiVersion'))?.text;
  if (kind === undefined || version === undefined) return undefined;
  const metadata = get(node, 'metadata');
  const spec = get(node, 'spec');
  const isService = kind === 'Service' && version === 'v1';
  const pod = podOf(kind, version, node, text, template);
  return {
    kind,
    name: textAt(metadata, 'name', text),
    namespace: textAt(metadata, 'namespace', text),
    labels: labelsOf(get(metadata, 'labels'), text),
    span: node.span,
    isTemplate: template !== undefined,
    ...optional('pod', pod),
    ...(isService && { service: serviceObject(spec, text) }),
    references: serviceReferences(kind, spec, text),
    selections: selections(kind, spec, text),
  };
}

function podOf(
  kind: string,
  version: string,
  node: Node,
  text: TextOf,
  template: Template | undefined,
): PodTemplate | undefined {
  const pod = templateNode(kind, node);
  if (!get(pod, 'spec') && !get(pod, 'metadata')) return undefined;
  // What lacks its selector is a part for merging into another.
  const isPart = version === 'apps/v1' && get(get(node, 'spec'), 'selector') === undefined;
  return podTemplate(pod, isPart || !isWorkload(kind), text, template);
}
