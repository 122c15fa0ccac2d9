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
    const ingress = type === 'AWS::EC2::SecurityGroup' ? get(properties, 'SecurityGroupIngress') : undefined;
    const bodies =
      type === 'AWS::EC2::SecurityGroupIngress' ? [properties] : ingress?.kind === 'list' ? items(ingress) : [ingress];
    const isConditional = get(value, 'Condition') !== undefined;
    return bodies.flatMap(body => {
      const rule = body && readRule(withReferences(body), KEYS, key.text, fill, { about: properties });
      return rule ? [{ ...rule, isConditional }] : [];
    });
  });
}

/** `{ "Ref": "Port" }`, which is all that JSON has for `!Ref Port`. */
function withReferences(body: Node): Node {
  if (body.kind !== 'map') return body;
  const entries = body.entries.map(({ key, value, merged }) => ({ key, value: reference(value), merged }));
  return { kind: 'map', span: body.span, flow: body.flow, entries };
}

function reference(node: Node | undefined): Node | undefined {
  const name = node?.kind === 'map' && node.entries.length === 1 ? scalar(get(node, 'Ref')) : undefined;
  if (!name) return node;
  const { kind, span, inner, style, text, exact, mapped } = name;
  return { kind, span, inner, style, text, exact, mapped, tag: '!Ref' };
}
