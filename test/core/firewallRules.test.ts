import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProject } from '../harness/project.ts';

/** What is let in, a word for each of its ports: `aws_security_group.a tcp 22 from 0.0.0.0/0`. */
function check(file: string, text: string, ...expected: readonly string[]): void {
  test(`${file}: ${expected.join('; ') || 'nothing'}`, () => {
    const { snapshot, root } = openProject({ [file]: text });
    const path = `${root}/${file}`;
    const rules = snapshot.facts(path)?.firewallRules ?? [];
    const shown = rules.map(({ resource, protocol, ports, sources }) => {
      const numbers = ports.map(({ first, last }) =>
        [first, ...(last ? [last] : [])].map(each => text.slice(each.span.start, each.span.end)).join(' to '),
      );
      const from = sources.map(({ span }) => text.slice(span.start, span.end));
      return `${resource} ${protocol ?? 'any'} ${numbers.join(' and ') || 'all'} from ${from.join(', ')}`;
    });
    assert.deepEqual(shown, expected);
  });
}

const group = (rule: string): string => `resource "aws_security_group" "a" {\n${rule}\n}\n`;
const ssh = 'from_port = 22\n to_port = 22\n';

check(
  'a.tf',
  group(
    `ingress {\n ${ssh} protocol = "tcp"\n cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]\n ipv6_cidr_blocks = ["::/0"]\n}`,
  ),
  'aws_security_group.a tcp 22 to 22 from 10.0.0.0/8, 0.0.0.0/0, ::/0',
);
check(
  'a.tf',
  group(
    `ingress = [{\n ${ssh} protocol = 6\n cidr_blocks = ["0.0.0.0/0"]\n}, { protocol = "-1", cidr_blocks = var.all }]`,
  ),
  'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0',
  'aws_security_group.a any all from var.all',
);
check('a.tf', group(`ingress {\n ${ssh} protocol = "icmp"\n cidr_blocks = ["0.0.0.0/0"]\n}`));
check('a.tf', group(`ingress {\n ${ssh} protocol = "tcp"\n security_groups = [aws_security_group.b.id]\n}`));
check('a.tf', group(`egress {\n ${ssh} protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]\n}`));
check('a.tf', group('ingress {\n from_port = 22\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]\n}'));
check('a.tf', group('ingress {'));
check(
  'a.tf.json',
  '{"resource":{"aws_security_group_rule":{"a":{"type":"ingress","from_port":22,"to_port":22,"protocol":"tcp","cidr_blocks":["0.0.0.0/0"]}}}}',
  'aws_security_group_rule.a tcp 22 to 22 from 0.0.0.0/0',
);
check(
  'a.tf',
  'module "m" {\n ingress_with_cidr_blocks = [\n {\n from_port = 22\n to_port = 22\n protocol = "tcp"\n cidr_blocks = "10.0.0.0/8,0.0.0.0/0"\n }\n ]\n}\n',
  'module.m tcp 22 to 22 from 10.0.0.0/8, 0.0.0.0/0',
);
check(
  'a.tf',
  'resource "google_compute_firewall" "a" {\n source_ranges = ["0.0.0.0/0"]\n allow {\n protocol = "tcp"\n }\n allow {\n protocol = "udp"\n ports = ["53", "60-70"]\n }\n}\n',
  'google_compute_firewall.a tcp all from 0.0.0.0/0',
  'google_compute_firewall.a udp 53 and 60-70 from 0.0.0.0/0',
);
check(
  'a.tf',
  'resource "google_compute_firewall" "a" {\n direction = "EGRESS"\n source_ranges = ["0.0.0.0/0"]\n allow {\n protocol = "tcp"\n }\n}\n',
);
check(
  'a.tf',
  'resource "azurerm_network_security_group" "a" {\n security_rule {\n direction = "Inbound"\n access = "Allow"\n protocol = "*"\n destination_port_ranges = ["22", "3389"]\n source_address_prefix = "*"\n }\n}\n',
  'azurerm_network_security_group.a any 22 and 3389 from *',
);
check(
  'a.tf',
  'resource "hcloud_firewall" "a" {\n rule {\n direction = "out"\n protocol = "tcp"\n port = "22"\n source_ips = ["0.0.0.0/0"]\n }\n}\n',
);
check(
  'a.tf',
  'resource "hcloud_firewall" "a" {\n rule {\n direction = "in"\n protocol = "tcp"\n port = "any"\n source_ips = ["0.0.0.0/0"]\n }\n}\n',
  'hcloud_firewall.a tcp all from 0.0.0.0/0',
);

const stack = (ingress: string): string =>
  `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"G": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": ${ingress}}}}}`;

check(
  'stack.json',
  stack('[{"IpProtocol": "tcp", "FromPort": "22", "ToPort": "22", "CidrIp": "0.0.0.0/0"}]'),
  'G tcp 22 to 22 from 0.0.0.0/0',
);
check('stack.json', stack('[{"IpProtocol": "tcp", "FromPort": "22", "ToPort": "22", "CidrIp": {"Ref": "Where"}}]'));
check('stack.json', stack('[{"IpProtocol": "tcp", "FromPort": {"Ref": "P"}, "ToPort": "22", "CidrIp": "0.0.0.0/0"}]'));
check(
  'azuredeploy.json',
  '{"resources": [{"name": "n", "properties": {"securityRules": [{"name": "r", "properties": {"access": "Allow", "direction": "Inbound", "protocol": "Tcp", "sourceAddressPrefixes": ["Internet"], "destinationPortRange": "22"}}, {"name": "d", "properties": {"access": "Deny", "direction": "Inbound", "protocol": "*", "sourceAddressPrefix": "*", "destinationPortRange": "*"}}]}}]}',
  'r tcp 22 from Internet',
);
