import { listenCommand } from '../hover/listening.ts';
import type { PortFacts } from '../portFacts.ts';
import { SYSTEM_NAMES } from '../systems.ts';
import { code, joined, type Line, list, paragraph, type Section, source } from './prose.ts';
import { isSound } from './uses.ts';

const EXCLUDED = 'https://github.com/docker/for-win/issues/3171';

/** How to see who listens, on each system. */
export function listening(facts: PortFacts): Section {
  const { port } = facts;
  const title = 'See who listens on it';
  if (port === 0)
    return { title, blocks: [paragraph('Nothing ever does: a program that asks for 0 gets another number.')] };
  if (facts.protocol === 'sctp' || facts.protocol === 'dccp') {
    const flag = facts.protocol === 'sctp' ? 'S' : 'd';
    return { title, blocks: [list([['Linux: ', code(`ss -l${flag}np 'sport = :${port}'`)]])] };
  }
  const transports = transportsOf(facts);
  const lines = (['linux', 'macos', 'windows'] as const).map(
    (system): Line => [
      `${SYSTEM_NAMES[system]}: `,
      ...joined(
        transports.map(transport => [code(listenCommand(system, port, transport))]),
        ' or ',
      ),
    ],
  );
  const isUdp = !transports.includes('tcp');
  const containers: Line = ['Docker: ', code(`docker ps --filter publish=${port}${isUdp ? '/udp' : ''}`)];
  const others: Line = ["Linux and macOS show other users' processes to root only."];
  const excluded: Line = [
    'Windows can hold it back without a listener, for Hyper-V or WSL: ',
    code(`netsh int ipv4 show excludedportrange protocol=${transports[0] ?? 'tcp'}`),
    ' ',
    source(EXCLUDED),
  ];
  return { title, blocks: [list([...lines, containers, others, ...(port > 1023 ? [excluded] : [])])] };
}

/** By who uses the port; IANA registered most numbers for both transports, whatever they need. */
function transportsOf({ uses, entries, protocol }: PortFacts): readonly ('tcp' | 'udp')[] {
  if (protocol === 'tcp' || protocol === 'udp') return [protocol];
  const sound = uses.filter(isSound);
  const told = sound.length > 0 ? sound.flatMap(use => use.protocols) : entries.flatMap(entry => entry.protocol ?? []);
  const known = (['tcp', 'udp'] as const).filter(transport => told.includes(transport));
  return sound.length > 0 && known.length > 0 ? known : [known[0] ?? 'tcp'];
}
