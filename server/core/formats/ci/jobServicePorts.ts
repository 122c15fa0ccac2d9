import { occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import type { Comment } from '../../syntax/tree.ts';
import { verbatim } from '../../text/mapped.ts';

/**
 * `job.services.redis.ports['6379']` in an expression names the port of a service by its number in the container.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#job-context
 */
export function jobServicePorts(text: string, comments: readonly Comment[]): readonly PortOccurrence[] {
  if (!text.includes('job.services.')) return [];
  const source = verbatim(text, { start: 0, end: text.length });
  // Both are in the order of the text.
  let next = 0;
  return [...text.matchAll(SERVICE_PORT)].flatMap(({ 0: all, groups, index }) => {
    while ((comments[next]?.span.end ?? text.length) <= index) next++;
    if ((comments[next]?.span.start ?? text.length) <= index) return [];
    const { service = '', port = '' } = groups ?? {};
    const start = index + all.length - port.length;
    return [
      occurrenceOf(readPort(source, start, start + port.length), {
        token: { start: index, end: start + port.length },
        role: 'target',
        namespace: { kind: 'container', id: service },
        protocols: ['tcp'],
        owner: { kind: 'service', name: service },
        path: [],
        confidence: 'certain',
      }),
    ];
  });
}

const SERVICE_PORT = /\bjob\.services\.(?<service>[\w-]{1,100})\.ports\[['"]?(?<port>\d{1,5})(?=['"]?\])/g;
