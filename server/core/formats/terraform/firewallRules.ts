import type { FirewallRule } from '../../facts/firewallRule.ts';
import { entries, get, items, type Node, scalar, type Tree } from '../../syntax/tree.ts';
import { type Fill, type RuleKeys, readRule, sourcesOf } from '../firewallRules/readRule.ts';
import { moduleRules } from './moduleRules.ts';
import { repetition } from './repeated.ts';

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
export function firewallRules(tree: Tree, fill: Fill): readonly FirewallRule[] {
  const { dynamic, resource: repeated } = repetition(tree);

  const ofResource = (resource: Node, kind: Kind, name: string): readonly FirewallRule[] =>
    repeated(resource).flatMap(({ body: outer, isConditional }) => {
      const { blocks, hasOuterSources = false } = kind;
      const bodies =
        blocks === undefined
          ? [{ body: outer, isConditional: false }]
          : [...blocksOf(outer, blocks).map(body => ({ body, isConditional: false })), ...dynamic(outer, blocks)];
      const sources = hasOuterSources ? sourcesOf(outer, kind, fill) : undefined;
      return bodies.flatMap(each => {
        const rule = readRule(each.body, kind, name, fill, { sources, about: outer });
        return rule ? [{ ...rule, isConditional: isConditional || each.isConditional }] : [];
      });
    });

  const ofTypes = (types: Node | undefined): readonly FirewallRule[] =>
    entries(types).flatMap(({ key: type, value: names }) => {
      const kind = KINDS.get(type.text);
      if (!kind) return [];
      return entries(names).flatMap(({ key: name, value: resource }) =>
        resource && !isOff(resource) ? ofResource(resource, kind, `${type.text}.${name.text}`) : [],
      );
    });

  const ofModule = (module: Node, name: string): readonly FirewallRule[] =>
    repeated(module).flatMap(({ body, isConditional }) =>
      moduleRules(body, name, AWS, fill).map(rule => ({ ...rule, isConditional })),
    );

  return tree.documents.flatMap(document =>
    entries(document).flatMap(({ key, value }) => {
      if (key.text === 'resource') return ofTypes(value);
      if (key.text !== 'module') return [];
      return entries(value).flatMap(({ key: name, value: module }) =>
        module ? ofModule(module, `module.${name.text}`) : [],
      );
    }),
  );
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
