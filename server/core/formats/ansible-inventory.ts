import { fillPlaceholders, JINJA } from '../ports/read/placeholders.ts';
import { readInventory } from '../syntax/ansibleInventory.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Ansible inventory in the form of INI. `web[01:50]` is a range of names and no port. */
export const ansibleInventory: Format = defineTreeFormat({
  id: 'ansible-inventory',
  title: 'Ansible inventory',
  documentation: 'https://docs.ansible.com/ansible/latest/collections/ansible/builtin/ini_inventory.html',
  files: ['inventory', 'inventory.ini', '{inventory,inventories}/**/{hosts,*.ini}'],
  except: ['*.{yml,yaml,json,py,sh}'],
  languages: [],
  content: { files: ['hosts', '*.{ini,cfg,inventory,hosts}', 'inventory*', 'hosts*'], test: looksLikeInventory },
  syntax: readInventory,
  fill: text => fillPlaceholders(text, JINJA),
  places: [
    at('**.@host', hostPort('connect', TCP)),
    at('**.{ansible_port,ansible_ssh_port}', port('connect', { protocols: ['tcp'], addressKey: 'ansible_host' })),
  ],
});

function looksLikeInventory(text: string): boolean {
  if (!/^\[/m.test(text)) return false;
  return (
    /\bansible_(?:host|port|user|connection|ssh|become|python)/.test(text) ||
    /^\[[^\]\n]{1,200}:(?:vars|children)\]/m.test(text)
  );
}
