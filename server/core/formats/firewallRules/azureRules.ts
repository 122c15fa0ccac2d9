import type { FirewallRule } from '../../facts/firewallRule.ts';
import { get, type Node, scalar, type Tree } from '../../syntax/tree.ts';
import { type Fill, readRule } from './readRule.ts';

const KEYS = {
  inbound: { direction: ['inbound'], access: ['allow'] },
  ranges: ['destinationPortRange', 'destinationPortRanges'],
  protocol: 'protocol',
  sources: ['sourceAddressPrefix', 'sourceAddressPrefixes'],
} as const;

/** What the network security groups of a template let in, wherever in it they stand. */
export function azureRules({ documents }: Tree, fill: Fill): readonly FirewallRule[] {
  return documents.flatMap(document => within(document, { name: undefined, isConditional: false }, fill));
}

interface Resource {
  readonly name: string | undefined;
  readonly isConditional: boolean;
}

function within(node: Node, around: Resource, fill: Fill): readonly FirewallRule[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(item => within(item, around, fill));
  const name = scalar(get(node, 'name'))?.text ?? around.name;
  const isConditional = around.isConditional || get(node, 'condition') !== undefined;
  const isRule = get(node, 'access') !== undefined && get(node, 'direction') !== undefined;
  const rule = isRule ? readRule(node, KEYS, name ?? 'securityRules', fill) : undefined;
  if (rule) return [{ ...rule, isConditional }];
  // Bicep's resources have a name of their own in front.
  return node.entries.flatMap(({ key, value }) =>
    value ? within(value, { name: name ?? key.text, isConditional }, fill) : [],
  );
}
