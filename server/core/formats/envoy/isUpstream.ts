import type { At } from '../tree/place.ts';
import { keySet } from '../values/keySet.ts';

/** True below what Envoy dials: clusters and their endpoints, and the sinks of its statistics and traces. */
export function isUpstream(at: At): boolean {
  return at.path.some(key => typeof key === 'string' && UPSTREAM.has(key.toLowerCase().replaceAll('_', '')));
}

const UPSTREAM = keySet('clusters loadassignment endpoint endpoints lbendpoints hosts upstreams statssinks tracing');
