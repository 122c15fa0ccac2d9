import type { Mapped } from '../../text/mapped.ts';
import { readDsn } from './dsn.ts';
import { readHostPorts } from './hostPort.ts';
import type { NetworkPort } from './networkPort.ts';
import { readUrls } from './url.ts';

/** Every port of a value that is known to say where to connect: a URL, a data source name, or `host:port,…`. */
export function readConnection(mapped: Mapped, urls: NetworkPort[] = readUrls(mapped)): NetworkPort[] {
  // Every data source name has one of these; most connections are plain URLs.
  const named = /[=;(,@]|jdbc:/i.test(mapped.text) ? inOrder([...urls, ...readDsn(mapped)]) : urls;
  return named.length > 0 ? named : readHostPorts(mapped);
}

/** By place; what two readers both found counts once. */
function inOrder(ports: readonly NetworkPort[]): NetworkPort[] {
  return ports
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((port, index, all) => all[index - 1]?.span.start !== port.span.start);
}
