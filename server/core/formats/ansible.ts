import { fillPlaceholders, JINJA } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { fileText } from './ansible/fileText.ts';
import { freeForm, freeFormRole } from './ansible/freeForm.ts';
import { loopHoldsPorts, loopOfRanges } from './ansible/loops.ts';
import { moduleScope } from './ansible/moduleScope.ts';
import { optionValue } from './ansible/optionValue.ts';
import { looksLikeAnsible } from './ansible/recognise.ts';
import { ansibleFacts } from './ansible/variables.ts';
import { writtenText } from './ansible/writtenText.ts';
import type { Format } from './format.ts';
import { type At, at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { isIcmp } from './values/isIcmp.ts';
import { keySet } from './values/keySet.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { scripts } from './values/scripts.ts';
import { TCP } from './values/transports.ts';

const RANGE = { range: ':', protocolKey: 'protocol' } as const;

/** Ansible playbooks, roles and variables. A module is named with or without its collection. */
export const ansible: Format = defineTreeFormat({
  id: 'ansible',
  title: 'Ansible',
  documentation: 'https://docs.ansible.com/ansible/latest/collections/',
  files: [
    'roles/*/{tasks,handlers,defaults,vars,meta}/**/*.{yml,yaml}',
    '{group_vars,host_vars}/**/*.{yml,yaml}',
    '{group_vars,host_vars}/**/*.',
    '{playbooks,molecule}/**/*.{yml,yaml}',
    'playbook*.{yml,yaml}',
  ],
  languages: ['ansible'],
  content: { files: ['*.{yml,yaml}'], test: looksLikeAnsible },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, JINJA),
  places: [
    at('*.hosts', nothing(), ({ keys }) => keys.length === 1),
    at('**.*{docker_container,podman_container}.{ports,published_ports,publish}', mapping({ base60: 'python' })),
    // https://ansible.readthedocs.io/projects/molecule/
    at('platforms.*.published_ports', mapping({ base60: 'python' })),
    at('**.*{docker_container,podman_container}.{exposed_ports,expose,exposed}', port('expose', TCP)),
    at('**.*{docker_container,podman_container}.{env,environment}', environment()),
    at('**.*{docker_container,podman_container}.{command,entrypoint}', command()),
    at('**.*{docker_container,podman_container}.healthcheck.test', command({ role: 'probe' })),
    at('**.*{docker_container,podman_container,docker_image}.image', image()),
    at('**.*firewalld.port', port('allow')),
    at('**.*firewalld.rich_rule', command({ role: 'allow' })),
    at('**.*ufw.{port,to_port,from_port}', port('deny', { range: ':', protocolKey: 'proto' }), isDenied),
    at('**.*ufw.{port,to_port,from_port}', port('allow', { range: ':', protocolKey: 'proto' })),
    at('**.*iptables.{destination_port,destination_ports,source_port,to_ports}', port('deny', RANGE), isDenied),
    at('**.*iptables.{destination_port,destination_ports,source_port,to_ports}', port('allow', RANGE)),
    at('**.*wait_for.port', port('probe', { protocols: ['tcp'], addressKey: 'host' })),
    at('**.*seport.ports', port('allow', { protocolKey: 'proto' })),
    at('**.{from_port,to_port,port_range_min,port_range_max,icmp_type,icmp_code}', nothing(), isIcmp),
    at('**.{rules,rules_egress}.*.{from_port,to_port,ports}', port('allow', { protocolKey: 'proto' })),
    at('**.*{lineinfile,blockinfile,copy}.{line,block,content}', fileText()),
    at('**.argv', command()),
    at('**.{ansible_port,ansible_ssh_port}', port('connect', { protocols: ['tcp'], addressKey: 'ansible_host' })),
    at('**.*add_host.{name,hostname,host}', hostPort('connect', TCP)),
    at('**.labels.*loadbalancer\\.server\\.port', port('connect', TCP)),
    at('**.listen', hostPort('listen', { bare: true })),
    at(
      '**.{loop,with_items}.*.{port,ports,to_port}',
      port('allow', { range: ':', protocolKey: 'proto' }),
      loopOfRanges,
    ),
    at('**.{loop,with_items,with_list,with_flattened}', port('allow'), loopHoldsPorts),
    at('**.mode', nothing()),
    at('**.value', nothing(), isKernelSetting),
    at('**.value', optionValue(), at => at.sibling('option') !== undefined),
  ],
  rest: moduleOr(
    writtenText(
      scripts({
        commands: keySet('shell cmd command raw script'),
        silent: keySet(`
      name msg when failed_when changed_when until that fail_msg success_msg tags register regexp insertafter
      insertbefore description short_description comment comments loop_control label notify become_user checksum`),
        isCommand: isFreeForm,
      }),
    ),
  ),
  scope: moduleScope,
  leavesOut: [
    'Jinja expressions, but for their defaults and choices',
    'templates (`*.j2`), which are read as the files they become',
  ],
  facts: ansibleFacts,
});

/** Arguments of some modules are read by what the module does, those of others like assignments. */
function moduleOr(other: Reader): Reader {
  const module = freeForm();
  return {
    what: other.what,
    read: (node, at) => (freeFormRole(at.keys.at(-1) ?? '') ? module : other).read(node, at),
  };
}

/** `uri: url=http://web:8080/`, `set_fact: port=80` */
function isFreeForm({ keys }: At): boolean {
  const key = keys.at(-1) ?? '';
  return FREE_FORM.has(key.slice(key.lastIndexOf('.') + 1)) || COMMAND_VARIABLE.test(key);
}

/** `web_docker_commands: ["--port=8080"]` */
const COMMAND_VARIABLE = /_(?:commands?|cmd|entrypoint)(?:_default|_custom)?$/;

const FREE_FORM = keySet(`
  shell command raw script win_shell win_command uri get_url set_fact mysql_db mysql_user
  postgresql_db postgresql_user docker docker_container ec2 ec2_group add_host ini_file redis monit`);

function isDenied(at: At): boolean {
  return /^(?:deny|reject|drop)$/i.test(at.sibling('rule', 'jump')?.text ?? '');
}

/** `{name: net.ipv4.ip_nonlocal_bind, value: 1}` */
function isKernelSetting(at: At): boolean {
  const name = at.sibling('name')?.text ?? '';
  return /^(?:net|kernel|vm|fs)\./.test(name) && !name.includes('port');
}
