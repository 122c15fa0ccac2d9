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
  return documents.flatMap(document => within(document, undefined, fill));
}

function within(node: Node, name: string | undefined, fill: Fill): readonly FirewallRule[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(item => within(item, name, fill));
  const own = scalar(get(node, 'name'))?.text ?? name;
  const isRule = get(node, 'access') !== undefined && get(node, 'direction') !== undefined;
  const rule = isRule ? readRule(node, KEYS, own ?? 'securityRules', fill) : undefined;
  if (rule) return [rule];
  // Bicep's resources have a name of their own in front.
  return node.entries.flatMap(({ key, value }) => (value ? within(value, own ?? key.text, fill) : []));
}
