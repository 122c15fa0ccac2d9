import { win32 } from 'node:path';
import type { Sockets } from '../../lsp/features/machine.ts';
import { type Program, printed, type Reading } from './reading.ts';
import { taskNames } from './tasklist.ts';
import { windowsNetstatSockets } from './windowsNetstat.ts';

export function* windowsSockets(
  withProcesses: boolean,
  root: string | undefined = process.env.SystemRoot,
): Reading<Sockets> {
  const text = yield* printed(tool('netstat.exe', ['-ano'], root));
  if (text === undefined) throw new Error('The system does not tell what listens: netstat could not be run');
  const names = withProcesses
    ? taskNames((yield* printed(tool('tasklist.exe', ['/FO', 'CSV', '/NH'], root))) ?? '')
    : undefined;
  const sockets = windowsNetstatSockets(text).map(({ pid, ...socket }) => {
    const name = names?.get(pid);
    return name === undefined ? socket : { ...socket, process: { name, pid } };
  });
  return {
    sockets,
    notes: names?.size === 0 ? ['The names of processes are not shown: tasklist could not be run'] : [],
  };
}

function tool(name: string, args: readonly string[], root = 'C:\\Windows'): Program {
  return { file: win32.join(root, 'System32', name), arguments: args };
}
