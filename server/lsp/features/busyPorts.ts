import type { Sockets } from './machine.ts';

/** The numbers that nobody else can listen on now. */
export function busyPorts({ sockets, heldBack }: Sockets): ReadonlySet<number> {
  const busy = new Set(sockets.map(({ port }) => port));
  for (const { first, last } of heldBack ?? []) for (let port = first; port <= last; port++) busy.add(port);
  return busy;
}
