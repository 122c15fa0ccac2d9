import { code } from '../markdown.ts';
import { isOfThisMachine } from './machine.ts';
import type { HoverSubject } from './subject.ts';

/** The command that shows who listens on the port now, where the port is one of this machine. */
export function listening(subject: HoverSubject): string | undefined {
  const { range, protocol, options } = subject;
  if (
    !options.system ||
    !isOfThisMachine(subject) ||
    (protocol !== undefined && protocol !== 'tcp' && protocol !== 'udp')
  )
    return undefined;
  return `Listening now? ${code(listenCommand(options.system, range.first, protocol ?? 'tcp'))}`;
}

export function listenCommand(system: 'linux' | 'macos' | 'windows', port: number, protocol: 'tcp' | 'udp'): string {
  switch (system) {
    case 'linux':
      return `ss -l${protocol === 'tcp' ? 't' : 'u'}np 'sport = :${port}'`;
    case 'macos':
      return protocol === 'tcp' ? `lsof -nP -iTCP:${port} -sTCP:LISTEN` : `lsof -nP -iUDP:${port}`;
    case 'windows':
      return protocol === 'tcp'
        ? `Get-NetTCPConnection -State Listen -LocalPort ${port}`
        : `Get-NetUDPEndpoint -LocalPort ${port}`;
  }
}
