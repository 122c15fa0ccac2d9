import { jsonOr } from '../syntax/jsonOr.ts';
import { get } from '../syntax/tree.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { fillCloudFormation } from './cloudformation/fillCloudFormation.ts';
import { firewallRules } from './cloudformation/firewallRules.ts';
import { healthTarget } from './cloudformation/healthTarget.ts';
import { parametersOf } from './cloudformation/parameters.ts';
import type { Format } from './format.ts';
import { isText } from './tree/isText.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { image } from './values/image.ts';
import { isIcmp } from './values/isIcmp.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const rule = { protocolKey: 'IpProtocol' } as const;

/** CloudFormation and SAM, in YAML with its short tags or in JSON. */
export const cloudformation: Format = defineTreeFormat({
  id: 'cloudformation',
  title: 'CloudFormation and SAM',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html',
  files: ['*.{cf,cfn,sam}.{yml,yaml,json,template}'],
  languages: ['cloudformation', 'yaml-cloudformation'],
  content: {
    files: ['*.{yml,yaml,json,template}'],
    test: text =>
      text.includes('AWSTemplateFormatVersion') ||
      text.includes('AWS::Serverless') ||
      (text.includes('Resources') && text.includes('AWS::') && /["']?Type["']?\s?:\s/.test(text)),
  },
  syntax: jsonOr(readYaml),
  fill: fillCloudFormation,
  places: [
    at('**.{FromPort,ToPort,PortRange.From,PortRange.To}', nothing(), isIcmp),
    at('**.{FromPort,ToPort}', port('allow', rule)),
    at('**.PortRange.{From,To}', port('allow')),
    at('**.{ContainerPort,ContainerPortRange}', port('expose', { protocolKey: 'Protocol' })),
    at('**.HostPort', port('publish', { protocolKey: 'Protocol' })),
    at('**.HealthCheckPort', port('probe', TCP)),
    at('**.HealthCheck.Target', healthTarget(), isText),
    at('Resources.*.Properties.Port', port('connect', TCP), isTargetGroup),
    at('Resources.*.Properties.{Targets,Targets.*}.Port', port('connect', TCP)),
    at('Resources.*.Properties.{Port,DefaultActions.*.RedirectConfig.Port}', port('listen', TCP)),
    at('**.Listeners.*.{LoadBalancerPort,Port}', port('listen', TCP)),
    at('**.Listeners.*.InstancePort', port('connect', TCP)),
    at('**.Image', image()),
    at('**.{UserData.Fn::Base64,UserData.Fn::Base64.Fn::Sub,command,commands}', command({ isLines: true })),
    at('**.UserData', command(), (_, node) => node.kind === 'scalar'),
    at('**.{Command,EntryPoint}', command({ isArguments: true })),
    at('**.Icmp.**', nothing()),
    at('{Description,Metadata,Outputs,Conditions}', nothing()),
    at(
      'Parameters.*.{Description,ConstraintDescription,AllowedPattern,MinValue,MaxValue,MinLength,MaxLength}',
      nothing(),
    ),
    at('**.{Tags,RuleNumber,Priority,TTL,Timeout,MemorySize,Cpu,Memory}', nothing()),
  ],
  facts: (tree, _, text) => ({ variables: parametersOf(tree), firewallRules: firewallRules(tree, text) }),
});

function isTargetGroup({ parents }: At): boolean {
  const type = get(parents[2], 'Type');
  return type?.kind === 'scalar' && type.text.endsWith('::TargetGroup');
}
