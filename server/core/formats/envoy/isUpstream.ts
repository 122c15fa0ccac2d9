import type { At } from '../tree/place.ts';

/** True below what Envoy dials: clusters and their endpoints, and the sinks of its statistics and traces. */
export function isUpstream(at: At): boolean {
  return at.path.some(key => typeof key === 'string' && UPSTREAM.has(key.toLowerCase().replaceAll('_', '')));
}

const UPSTREAM: ReadonlySet<string> = new Set(
  'clusters loadassignment endpoint endpoints lbendpoints hosts upstreams statssinks tracing'.split(' '),
);
