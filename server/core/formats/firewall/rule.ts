import type { CommandPort } from '../../ports/read/commandValue.ts';
import { readIptables } from '../../ports/read/firewall/iptables.ts';
import { programWord } from '../../ports/read/programWord.ts';
import { readWords } from '../../syntax/shell.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/** A rule of iptables in the arguments of a directive, whose name is the rule's first word. */
export function rule(): Reader {
  return {
    what: 'rule of iptables (allow, deny, forward)',
    read: (node, at) => addAll(readIptables(wordsOf(node, at)), at),
  };
}

/** A rule of iptables in one text: `-p tcp --dport 22 -j ACCEPT`. */
export function ruleText(): Reader {
  return {
    what: 'rule of iptables (allow, deny, forward)',
    read(node, at) {
      for (const scalar of scalars(node))
        for (const { words } of readWords(at.text(scalar))) addAll(readIptables([PROGRAM, ...words]), at);
    },
  };
}

function wordsOf(node: Node, at: At): readonly Mapped[] {
  return [PROGRAM, ...scalars(node).map(at.text, at)];
}

function addAll(ports: readonly CommandPort[], at: At): void {
  for (const port of ports) at.addCommand(port);
}

const PROGRAM = programWord('iptables');
