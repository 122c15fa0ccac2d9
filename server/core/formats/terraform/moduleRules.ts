import type { FirewallRule } from '../../facts/firewallRule.ts';
import { mappedScalar } from '../../syntax/sourceScalar.ts';
import { entries, get, items, type MapEntry, type MapNode, type Node, type Scalar, scalar } from '../../syntax/tree.ts';
import { opaque } from '../../text/mapped.ts';
import { type Fill, type RuleKeys, readRule } from '../firewallRules/readRule.ts';

/**
 * What a module of a security group is asked to let in: rules with their ports, rules by name, and the rules of other
 * modules of the same house, by names of their own.
 * https://registry.terraform.io/modules/terraform-aws-modules/security-group/aws/latest
 */
export function moduleRules(module: Node, name: string, keys: RuleKeys, fill: Fill): readonly FirewallRule[] {
  const bodies = [
    ...WITH_SOURCES.flatMap(key => items(get(module, key)).map(byName)),
    ...byList(module),
    ...MAPS.flatMap(key =>
      entries(get(module, key)).flatMap(({ value }) => (value && isInbound(value) ? [value] : [])),
    ),
  ];
  return bodies.flatMap(body => {
    const ingress = get(body, 'ip_protocol') ? { ...keys, protocol: 'ip_protocol', sources: CIDRS } : keys;
    return readRule(body, ingress, name, fill) ?? [];
  });
}

const WITH_SOURCES = ['ingress_with_cidr_blocks', 'ingress_with_ipv6_cidr_blocks'] as const;

const CIDRS = ['cidr_ipv4', 'cidr_ipv6'] as const;

/** Of the load balancer's, cluster's and database's modules: rules under keys. */
const MAPS = [
  'security_group_ingress_rules',
  'security_group_rules',
  'security_group_additional_rules',
  'cluster_security_group_additional_rules',
  'node_security_group_additional_rules',
] as const;

function isInbound(rule: Node): boolean {
  return (scalar(get(rule, 'type'))?.text ?? 'ingress') === 'ingress';
}

/** `{ rule = "ssh-tcp", cidr_blocks = "0.0.0.0/0" }` */
function byName(body: Node): Node {
  const name = scalar(get(body, 'rule'));
  return name && body.kind === 'map' ? (ruleOf(name, body.entries) ?? body) : body;
}

/** `ingress_rules = ["ssh-tcp"]` from `ingress_cidr_blocks`. */
function byList(module: Node): readonly Node[] {
  const sources = entries(module).flatMap(({ key, value, merged }) => {
    const own = /^ingress_((?:ipv6_)?cidr_blocks)$/.exec(key.text)?.[1];
    return own === undefined ? [] : [{ key: mappedScalar(opaque(own, key.span)), value, merged }];
  });
  const names = new Map(
    items(get(module, 'ingress_rules')).flatMap(item => (item.kind === 'scalar' ? [[item.text, item]] : [])),
  );
  return [...names.values()].flatMap(name => ruleOf(name, sources) ?? []);
}

/** The same rule with its numbers, which all stand at the name's place. */
function ruleOf(name: Scalar, rest: readonly MapEntry[]): MapNode | undefined {
  const [port, protocol = 'tcp'] = NAMED.get(name.text)?.split('/') ?? [];
  if (port === undefined) return undefined;
  const [from = port, to = from] = port.split('-');
  const value = (key: string, text: string): MapEntry => ({
    key: mappedScalar(opaque(key, name.span)),
    value: mappedScalar(opaque(text, name.inner), name.span),
    merged: false,
  });
  const own = [value('from_port', from), value('to_port', to), value('protocol', protocol)];
  return { kind: 'map', span: name.span, flow: true, entries: [...rest, ...own] };
}

/** Those of the module's names whose ports should not stand open to everybody. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['all-all', '0-65535/-1'],
  ['all-tcp', '0-65535'],
  ['cassandra-clients-tcp', '9042'],
  ['elasticsearch-java-tcp', '9300'],
  ['elasticsearch-rest-tcp', '9200'],
  ['etcd-client-tcp', '2379'],
  ['kafka-broker-tcp', '9092'],
  ['memcached-tcp', '11211'],
  ['mongodb-27017-tcp', '27017'],
  ['mongodb-27018-tcp', '27018'],
  ['mongodb-27019-tcp', '27019'],
  ['mssql-tcp', '1433'],
  ['mysql-tcp', '3306'],
  ['oracle-db-tcp', '1521'],
  ['postgresql-tcp', '5432'],
  ['rabbitmq-15672-tcp', '15672'],
  ['rabbitmq-5672-tcp', '5672'],
  ['rdp-tcp', '3389'],
  ['redis-tcp', '6379'],
  ['redshift-tcp', '5439'],
  ['ssh-tcp', '22'],
  ['winrm-http-tcp', '5985'],
  ['winrm-https-tcp', '5986'],
  ['zookeeper-2181-tcp', '2181'],
]);
