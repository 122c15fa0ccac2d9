import type { FirewallRule } from '../../facts/firewallRule.ts';
import { get, items, type Node, scalar, type Tree } from '../../syntax/tree.ts';
import { type Fill, readRule } from '../firewallRules/readRule.ts';

const KEYS = {
  from: 'FromPort',
  to: 'ToPort',
  protocol: 'IpProtocol',
  sources: ['CidrIp', 'CidrIpv6'],
  allProtocols: ['-1'],
} as const;

/** What the security groups of a template let in. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html */
export function firewallRules({ documents }: Tree, fill: Fill): readonly FirewallRule[] {
  const resources = get(documents[0], 'Resources');
  if (resources?.kind !== 'map') return [];
  return resources.entries.flatMap(({ key, value }) => {
    const type = scalar(get(value, 'Type'))?.text;
    const properties = get(value, 'Properties');
    if (type === 'AWS::EC2::SecurityGroupIngress') return rulesIn([properties], key.text, fill);
    if (type !== 'AWS::EC2::SecurityGroup') return [];
    const ingress = get(properties, 'SecurityGroupIngress');
    return rulesIn(ingress?.kind === 'list' ? items(ingress) : [ingress], key.text, fill);
  });
}

function rulesIn(bodies: readonly (Node | undefined)[], name: string, fill: Fill): readonly FirewallRule[] {
  return bodies.flatMap(body => (body && readRule(body, KEYS, name, fill)) ?? []);
}
