import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProject } from '../harness/project.ts';

/** What is let in, a word for each of its ports: `aws_security_group.a tcp 22 from 0.0.0.0/0`. */
function check(file: string, text: string, ...expected: readonly string[]): void {
  test(`${file}: ${expected.join('; ') || 'nothing'}`, () => {
    const { snapshot, root } = openProject({ [file]: text });
    const path = `${root}/${file}`;
    const rules = snapshot.facts(path)?.firewallRules ?? [];
    const shown = rules.map(({ resource, protocol, ports, sources, isConditional }) => {
      const numbers = ports.map(({ first, last }) =>
        [first, ...(last ? [last] : [])].map(each => text.slice(each.span.start, each.span.end)).join(' to '),
      );
      const from = sources.map(({ span }) => text.slice(span.start, span.end));
      return `${resource} ${protocol ?? 'any'} ${numbers.join(' and ') || 'all'} from ${from.join(', ')}${isConditional ? ' perhaps' : ''}`;
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
check(
  'stack.json',
  stack('[{"IpProtocol": "tcp", "FromPort": "22", "ToPort": "22", "CidrIp": {"Ref": "Where"}}]'),
  'G tcp 22 to 22 from Where',
);
check(
  'stack.json',
  stack('[{"IpProtocol": "tcp", "FromPort": {"Ref": "P"}, "ToPort": "22", "CidrIp": "0.0.0.0/0"}]'),
  'G tcp P to 22 from 0.0.0.0/0',
);
check(
  'stack.json',
  stack('[{"IpProtocol": "tcp", "FromPort": "22", "ToPort": "22", "CidrIp": {"Fn::GetAtt": ["Vpc", "Cidr"]}}]'),
);
check(
  'azuredeploy.json',
  '{"resources": [{"name": "n", "properties": {"securityRules": [{"name": "r", "properties": {"access": "Allow", "direction": "Inbound", "protocol": "Tcp", "sourceAddressPrefixes": ["Internet"], "destinationPortRange": "22"}}, {"name": "d", "properties": {"access": "Deny", "direction": "Inbound", "protocol": "*", "sourceAddressPrefix": "*", "destinationPortRange": "*"}}]}}]}',
  'r tcp 22 from Internet',
);

const open = 'protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]';
const dynamic = (list: string, from: string, to: string = from): string =>
  group(
    `dynamic "ingress" {\n for_each = ${list}\n content {\n from_port = ${from}\n to_port = ${to}\n ${open}\n }\n }`,
  );

check(
  'a.tf',
  dynamic('[22, 80]', 'ingress.value'),
  'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0',
  'aws_security_group.a tcp 80 to 80 from 0.0.0.0/0',
);
check('a.tf', dynamic('toset(["22"])', '"${ingress.value}"'), 'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0');
check('a.tf', dynamic('{ 22 = "ssh" }', 'ingress.key'), 'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0');
check(
  'a.tf',
  dynamic('{ ssh = { from = 22, to = 23 } }', 'ingress.value.from', 'ingress.value["to"]'),
  'aws_security_group.a tcp 22 to 23 from 0.0.0.0/0',
);
check(
  'a.tf',
  `locals {\n ports = [3389]\n}\n${dynamic('local.ports', 'ingress.value')}`,
  'aws_security_group.a tcp 3389 to 3389 from 0.0.0.0/0',
);
check(
  'a.tf',
  `variable "ports" {\n default = [5432]\n}\n${dynamic('toset(var.ports)', 'ingress.value')}`,
  'aws_security_group.a tcp 5432 to 5432 from 0.0.0.0/0',
);
check(
  'a.tf',
  group(
    `dynamic "ingress" {\n for_each = [22]\n iterator = port\n content {\n from_port = port.value\n to_port = port.value\n ${open}\n }\n }`,
  ),
  'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0',
);
// Nobody knows the elements, or whether there is one.
check(
  'a.tf',
  dynamic('var.elsewhere', 'ingress.value'),
  'aws_security_group.a tcp ingress.value to ingress.value from 0.0.0.0/0 perhaps',
);
check('a.tf', dynamic('var.open ? [1] : []', '22'), 'aws_security_group.a tcp 22 to 22 from 0.0.0.0/0 perhaps');
check('a.tf', dynamic('[]', '22'));

const single = (more: string, from: string): string =>
  `resource "aws_security_group_rule" "a" {\n type = "ingress"\n ${more}\n from_port = ${from}\n to_port = ${from}\n ${open}\n}\n`;

check(
  'a.tf',
  single('for_each = toset(["22"])', 'each.value'),
  'aws_security_group_rule.a tcp 22 to 22 from 0.0.0.0/0',
);
check('a.tf', single('count = 0', '22'));
check('a.tf', single('count = 2', '22'), 'aws_security_group_rule.a tcp 22 to 22 from 0.0.0.0/0');
check(
  'a.tf',
  single('count = var.open ? 1 : 0', '22'),
  'aws_security_group_rule.a tcp 22 to 22 from 0.0.0.0/0 perhaps',
);

check(
  'a.tf',
  'module "m" {\n ingress_cidr_blocks = ["0.0.0.0/0"]\n ingress_rules = ["https-443-tcp", "ssh-tcp"]\n}\n',
  'module.m tcp ssh-tcp to ssh-tcp from 0.0.0.0/0',
);
check('a.tf', 'module "m" {\n ingress_rules = ["ssh-tcp"]\n}\n');
check(
  'a.tf',
  'module "m" {\n ingress_with_cidr_blocks = [{ rule = "all-all", cidr_blocks = "0.0.0.0/0" }]\n}\n',
  'module.m any all from 0.0.0.0/0',
);
check(
  'a.tf',
  'module "m" {\n node_security_group_additional_rules = {\n in = { type = "ingress", from_port = 22, to_port = 22, protocol = "tcp", cidr_blocks = ["0.0.0.0/0"] }\n out = { type = "egress", from_port = 0, to_port = 0, protocol = "-1", cidr_blocks = ["0.0.0.0/0"] }\n }\n}\n',
  'module.m tcp 22 to 22 from 0.0.0.0/0',
);
check(
  'a.tf',
  'module "m" {\n security_group_ingress_rules = {\n ssh = { from_port = 22, to_port = 22, ip_protocol = "tcp", cidr_ipv4 = "0.0.0.0/0" }\n }\n}\n',
  'module.m tcp 22 to 22 from 0.0.0.0/0',
);
