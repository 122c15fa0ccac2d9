import { win32 } from 'node:path';
import type { Socket, Sockets } from '../../lsp/features/machine.ts';
import { excludedPorts } from './excludedPorts.ts';
import { type Program, printed, type Reading } from './reading.ts';
import { taskNames } from './tasklist.ts';
import { type NumberedSocket, windowsNetstatSockets } from './windowsNetstat.ts';

export function* windowsSockets(withProcesses: boolean, root?: string): Reading<Sockets> {
  const text = yield* printed(tool('netstat.exe', '-ano', root));
  if (text === undefined) throw new Error('The system does not tell what listens: netstat could not be run');
  const sockets = windowsNetstatSockets(text);
  if (!withProcesses) {
    const held = yield* printed(tool('netsh.exe', 'interface ipv4 show excludedportrange protocol=tcp', root));
    return { sockets: withNames(sockets, new Map()), heldBack: excludedPorts(held ?? ''), notes: [] };
  }
  const names = taskNames((yield* printed(tool('tasklist.exe', '/FO CSV /NH', root))) ?? '');
  const notes = names.size === 0 ? ['The names of processes are not shown: tasklist could not be run'] : [];
  return { sockets: withNames(sockets, names), notes };
}

function withNames(sockets: readonly NumberedSocket[], names: ReadonlyMap<number, string>): readonly Socket[] {
  return sockets.map(({ pid, ...socket }) => {
    const name = names.get(pid);
    return name === undefined ? socket : { ...socket, process: { name, pid } };
  });
}

function tool(name: string, options: string, root: string = process.env.SystemRoot ?? 'C:\\Windows'): Program {
  return { file: win32.join(root, 'System32', name), arguments: options.split(' ') };
}
