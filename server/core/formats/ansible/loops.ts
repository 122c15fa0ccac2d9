import { settingWords } from '../../ports/read/settingName.ts';
import type { Node } from '../../syntax/tree.ts';
import type { At } from '../tree/place.ts';

/** `port: "{{ item }}"` in a module of the task says what the items of its loop are. */
export function loopHoldsPorts({ parents }: At): boolean {
  const task = parents.at(-1);
  return task?.kind === 'map' && task.entries.some(({ value }) => takesItem(value));
}

/** The items of a loop around a firewall that writes ranges with a colon. */
export function loopOfRanges({ parents }: At): boolean {
  return parents.some(
    parent => parent.kind === 'map' && parent.entries.some(({ key }) => /(?:^|\.)(?:ufw|iptables)$/.test(key.text)),
  );
}

function takesItem(module: Node | undefined): boolean {
  if (module?.kind === 'scalar') return /\bports?=["']?\{\{\s{0,9}item\s{0,9}\}\}/.test(module.text);
  if (module?.kind !== 'map') return false;
  return module.entries.some(({ key, value }) => {
    if (!settingWords(key.text).some(word => word === 'port' || word === 'ports')) return false;
    const values = value?.kind === 'list' ? value.items : [value];
    return values.some(item => item?.kind === 'scalar' && /^\{\{\s{0,9}item\b(?!\s{0,9}[.[])/.test(item.text));
  });
}
