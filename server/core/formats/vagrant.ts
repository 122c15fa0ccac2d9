import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { scriptOrSetting } from './values/scriptOrSetting.ts';
import { TCP } from './values/transports.ts';

/** Virtual machines of Vagrant, with the scripts that set them up. */
export const vagrant: Format = defineTreeFormat({
  id: 'vagrant',
  title: 'Vagrantfile',
  documentation: 'https://developer.hashicorp.com/vagrant/docs/networking/forwarded_ports',
  files: ['Vagrantfile', 'Vagrantfile{.,-,_}*', '*.Vagrantfile', '*.vagrant'],
  except: ['*.md'],
  languages: ['vagrant'],
  content: { files: ['*.rb', '*.'], test: text => text.includes('Vagrant.configure') },
  syntax: codeTree('ruby'),
  dotted: true,
  scope: ({ keys }) => (isOutside(keys) ? onHost() : { namespace: { kind: 'unknown' } }),
  places: [
    at('**.network.guest', port('target', { protocols: ['tcp'], protocolKey: 'protocol', isSide: true })),
    at(
      '**.network.host',
      port('publish', { protocols: ['tcp'], protocolKey: 'protocol', addressKey: 'host_ip', isSide: true }),
    ),
    at('**.network.{ip,guest_ip,host_ip,id,mac,netmask}', nothing()),
    at('**.forward_port.{0,1}', port('publish', TCP)),
    at('**.ssh.port', port('connect', TCP)),
    at('**.ssh.guest_port', port('target', TCP)),
    at('**.winrm.{port,guest_port}', port('connect', TCP)),
    at('**.usable_port_range', port('publish', { protocols: ['tcp'], range: '..' })),
    at('**.run.args', argumentsOf('docker create')),
    at('**.{post_up_message,vm_customize}.**', nothing()),
    at('**.{customize,memory,cpus,box,box_version,box_url}.**', nothing()),
  ],
  rest: scriptOrSetting(),
});

/** What is forwarded is taken on the machine around; all else is of the virtual one. */
function isOutside(keys: readonly string[]): boolean {
  return keys.includes('usable_port_range') || keys.includes('forward_port') || keys.at(-1) === 'host';
}
