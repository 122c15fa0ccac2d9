import { readHcl } from '../syntax/hcl.ts';
import { jsonOr } from '../syntax/jsonOr.ts';
import type { Node } from '../syntax/tree.ts';
import { dirname } from '../text/path.ts';
import { healthTarget } from './cloudformation/healthTarget.ts';
import type { Format } from './format.ts';
import { dockerScope } from './terraform/dockerScope.ts';
import { fillTerraform } from './terraform/fillTerraform.ts';
import { firewallRules } from './terraform/firewallRules.ts';
import { variablesOf } from './terraform/variables.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environment } from './values/environment.ts';
import { file } from './values/file.ts';
import { image } from './values/image.ts';
import { isIcmp } from './values/isIcmp.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

const TCP = ['tcp'] as const;

/** The `protocol` of a rule stands beside its ports, under one of two names. */
const rule = { protocolKey: 'protocol' } as const;

/** Of `docker_container`. */
const container = { ...rule, protocols: TCP, addressKey: 'ip', isSide: true } as const;

/** Terraform and OpenTofu: modules and the values of their variables. */
export const terraform: Format = defineTreeFormat({
  id: 'terraform',
  title: 'Terraform and OpenTofu',
  documentation: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group',
  files: ['*.{tf,tofu,tfvars}', '*.{tf,tofu,tfvars}.json', 'terragrunt.hcl'],
  isNameSure: true,
  languages: ['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars'],
  syntax: jsonOr(readHcl),
  fill: fillTerraform,
  scope: dockerScope,
  places: [
    at('**.{from_port,to_port}', nothing(), isIcmp),
    at('resource.aws_network_acl_rule.**.{from_port,to_port}', port('deny', rule), isDenied),
    at('**.{from_port,to_port}', port('allow', rule)),
    at('**.{tcp_options,udp_options}.**.{min,max}', port('allow')),
    // `http-80-tcp = [80, 80, "tcp", "HTTP"]` of the security-group module.
    at('variable.{rules,auto_groups}.default.*.{0,1}', port('allow')),
    at('**.{allow,deny}.ports', port('allow', rule)),
    at('**.{destination_port_range,destination_port_ranges,source_port_range,source_port_ranges}', port('allow', rule)),
    at('**.{port_range_min,port_range_max,port_range}', port('allow', rule)),
    at('**.ports.internal', port('target', container)),
    at('**.ports.external', port('publish', container)),
    at('**.{containerPort,container_port}', port('expose', { protocolKey: 'protocol' })),
    at('**.{hostPort,host_port,node_port}', port('publish', { protocolKey: 'protocol' })),
    at('**.{health_check,healthcheck,health_probe}.port', port('probe', { protocols: TCP })),
    at('**.health_check.target', healthTarget()),
    at(
      'resource.{aws_lb_listener,aws_alb_listener,aws_db_instance,aws_rds_cluster,aws_elasticache_*}.*.port',
      port('listen', { protocols: TCP }),
    ),
    at('resource.aws_elb.*.listener.lb_port', port('listen', { protocols: TCP })),
    at('resource.aws_elb.*.listener.instance_port', port('connect', { protocols: TCP })),
    at('resource.{aws_lb_target_group,aws_alb_target_group}*.*.port', port('connect', { protocols: TCP })),
    at(
      '**.container_definitions',
      file(() => 'taskdef.json'),
      (_, node) => node.kind === 'scalar',
    ),
    at('**.{env,environment}', environment(), (_, node) => node.kind === 'list'),
    at('**.image', image()),
    at('**.{entry_point,entryPoint,entrypoint,args}', command({ isArguments: true })),
    at('**.command', command({ isArguments: true }), (_, node) => firstText(node).startsWith('-')),
    at('**.command', command(), (_, node) => node.kind === 'list'),
    at(
      '**.{user_data,user_data_base64,custom_data,startup_script,metadata_startup_script,inline,command}',
      command({ isLines: true }),
    ),
    at('**.{connection_string,database_url}', connection()),
    at('**.{icmp_type,icmp_code,priority,rule_number,rule_no,ttl,timeout,deregistration_delay}', nothing()),
    at('**.{description,tags,labels,error_message,required_version,required_providers}', nothing()),
  ],
  facts: (tree, { path }, text) => {
    const folder = dirname(path);
    return {
      variables: variablesOf(tree, path),
      firewallRules: firewallRules(tree, text),
      variableSources: ['terraform.tfvars', '*.auto.tfvars', '*.tf'].map(files => ({ folder, files })),
    };
  },
});

function isDenied(place: At): boolean {
  return place.sibling('rule_action', 'action')?.text === 'deny';
}

/** Of a list without its program, that is an option. */
function firstText(node: Node): string {
  const first = node.kind === 'list' ? node.items[0] : undefined;
  return first?.kind === 'scalar' ? first.text : '';
}
