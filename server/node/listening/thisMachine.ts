import { busyPorts } from '../../lsp/features/busyPorts.ts';
import type { Machine, Sockets } from '../../lsp/features/machine.ts';
import { linuxSockets } from './linux.ts';
import { macosSockets } from './macos.ts';
import { type Reading, readLater, readNow } from './reading.ts';
import { windowsSockets } from './windows.ts';

/** The machine that this process runs on, for a server. */
export function thisMachine(): Machine {
  return { listening: async withProcesses => readLater(socketsHere(withProcesses)) };
}

/** The ports on which nobody else can listen now, or why that cannot be told. */
export function busyPortsHere(): ReadonlySet<number> | { readonly reason: string } {
  try {
    return busyPorts(readNow(socketsHere(false)));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function socketsHere(withProcesses: boolean): Reading<Sockets> {
  switch (process.platform) {
    case 'linux':
    case 'android':
      return linuxSockets(withProcesses);
    case 'darwin':
      return macosSockets(withProcesses);
    case 'win32':
      return windowsSockets(withProcesses);
    default:
      throw new Error(`What listens is not known on this system (${process.platform})`);
  }
}
