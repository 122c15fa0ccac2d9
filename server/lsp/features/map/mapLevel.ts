import { childrenOf, type MapNode } from '../../../core/analysis.ts';
import type { PortMapNode, PortMapParams, PortMapResult } from '../../../protocol.ts';
import type { FeatureContext } from '../feature.ts';
import type { MadeMap } from './mapMaker.ts';

/** One level of the map as the client takes it: positions in its encoding, URIs as it spells them. */
export function levelOf(context: FeatureContext, made: MadeMap, params: PortMapParams): PortMapResult {
  const { by, parent, filter = '' } = params;
  const { roots, shown } = made.tree(by, filter);
  const nodes = parent === undefined ? roots : (childrenOf(roots, parent) ?? []);
  return { nodes: nodes.map(node => shownNode(context, made, node)), shown, all: made.map.ports.length };
}

function shownNode({ convert, uri }: FeatureContext, { snapshot }: MadeMap, node: MapNode): PortMapNode {
  const { id, kind, label, description, tooltip, severity, isContested, place, port, hasChildren } = node;
  const facts = place && snapshot.facts(place.path);
  return {
    id,
    kind,
    label,
    description,
    tooltip,
    isContested,
    hasChildren,
    ...(severity && { severity }),
    ...(place && facts && { location: { uri: uri(place.path), range: convert.range(facts, place.span) } }),
    ...(port !== undefined && { port }),
  };
}
