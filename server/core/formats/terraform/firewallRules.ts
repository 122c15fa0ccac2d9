import type { FirewallRule } from '../../facts/firewallRule.ts';
import { get, items, type MapEntry, type Node, scalar, type Tree } from '../../syntax/tree.ts';
import { type Fill, type RuleKeys, readRule } from '../firewallRules/readRule.ts';

/** A kind of resource, and where in it its rules stand. */
interface Kind extends RuleKeys {
  /** The blocks that are rules; the resource itself without it. */
  readonly blocks?: string;
  /** The sources stand in the resource, around its blocks. */
  readonly hasOuterSources?: boolean;
}

const AWS = {
  from: 'from_port',
  to: 'to_port',
  protocol: 'protocol',
  sources: ['cidr_blocks', 'ipv6_cidr_blocks'],
  allProtocols: ['-1', 'all'],
} as const;

const AZURE = {
  inbound: { direction: ['inbound'], access: ['allow'] },
  ranges: ['destination_port_range', 'destination_port_ranges'],
  protocol: 'protocol',
  sources: ['source_address_prefix', 'source_address_prefixes'],
} as const;

/** By the type of the resource. https://registry.terraform.io/browse/providers */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['aws_security_group', { ...AWS, blocks: 'ingress' }],
  ['aws_default_security_group', { ...AWS, blocks: 'ingress' }],
  ['aws_security_group_rule', { ...AWS, inbound: { type: ['ingress'] } }],
  ['aws_vpc_security_group_ingress_rule', { ...AWS, protocol: 'ip_protocol', sources: ['cidr_ipv4', 'cidr_ipv6'] }],
  ['azurerm_network_security_rule', AZURE],
  ['azurerm_network_security_group', { ...AZURE, blocks: 'security_rule' }],
  [
    'google_compute_firewall',
    { blocks: 'allow', hasOuterSources: true, ranges: ['ports'], protocol: 'protocol', sources: ['source_ranges'] },
  ],
  [
    'digitalocean_firewall',
    { blocks: 'inbound_rule', ranges: ['port_range'], protocol: 'protocol', sources: ['source_addresses'] },
  ],
  [
    'hcloud_firewall',
    { blocks: 'rule', inbound: { direction: ['in'] }, ranges: ['port'], protocol: 'protocol', sources: ['source_ips'] },
  ],
  [
    'openstack_networking_secgroup_rule_v2',
    {
      inbound: { direction: ['ingress'] },
      from: 'port_range_min',
      to: 'port_range_max',
      protocol: 'protocol',
      sources: ['remote_ip_prefix'],
    },
  ],
  [
    'openstack_compute_secgroup_v2',
    { blocks: 'rule', from: 'from_port', to: 'to_port', protocol: 'ip_protocol', sources: ['cidr'] },
  ],
]);

/** What the resources of a module let in. */
export function firewallRules({ documents }: Tree, fill: Fill): readonly FirewallRule[] {
  return documents.flatMap(document =>
    entries(document).flatMap(({ key, value }) => {
      if (key.text === 'resource') return ofTypes(value, fill);
      return key.text === 'module' ? ofModules(value, fill) : [];
    }),
  );
}

function ofTypes(types: Node | undefined, fill: Fill): readonly FirewallRule[] {
  return entries(types).flatMap(({ key: type, value: names }) => {
    const kind = KINDS.get(type.text);
    if (!kind) return [];
    return entries(names).flatMap(({ key: name, value: resource }) =>
      resource && !isOff(resource) ? ofResource(resource, kind, `${type.text}.${name.text}`, fill) : [],
    );
  });
}

/** https://registry.terraform.io/modules/terraform-aws-modules/security-group/aws/latest */
function ofModules(names: Node | undefined, fill: Fill): readonly FirewallRule[] {
  return entries(names).flatMap(({ key: name, value: module }) =>
    ['ingress_with_cidr_blocks', 'ingress_with_ipv6_cidr_blocks'].flatMap(blocks =>
      module ? ofResource(module, { ...AWS, blocks }, `module.${name.text}`, fill) : [],
    ),
  );
}

function ofResource(resource: Node, kind: Kind, name: string, fill: Fill): readonly FirewallRule[] {
  const { blocks, hasOuterSources = false } = kind;
  const bodies = blocks === undefined ? [resource] : blocksOf(resource, blocks);
  return bodies.flatMap(body => readRule(body, kind, name, fill, hasOuterSources ? resource : body) ?? []);
}

/** `ingress { … }` any number of times, or the older `ingress = [{ … }]`. */
function blocksOf(resource: Node, type: string): readonly Node[] {
  return entries(resource).flatMap(({ key, value }) =>
    key.text !== type || !value ? [] : value.kind === 'list' ? items(value) : [value],
  );
}

/** Of Google's: one that is written down for later, or holds for what goes out. */
function isOff(resource: Node): boolean {
  const isDisabled = scalar(get(resource, 'disabled'))?.text === 'true';
  return isDisabled || scalar(get(resource, 'direction'))?.text.toUpperCase() === 'EGRESS';
}

function entries(node: Node | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
