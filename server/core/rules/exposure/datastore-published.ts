import { defineRule, type Rule } from '../rule.ts';
import { exposureFindings } from './exposure.ts';

export const datastorePublished: Rule<'published' | 'podman' | 'node' | 'denied'> = defineRule({
  id: 'datastore-published',
  summary: 'A database, cache, queue or data console published beyond this machine',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['ports-with-host-network', 'unauthenticated-api-published'],
  messages: {
    published:
      "{software} ({purpose}) of `{service}` is published on {address}, past the host's firewall: publish it on 127.0.0.1, or drop the mapping if only other services use it",
    podman:
      '{software} ({purpose}) of `{service}` is published on {address}: publish it on 127.0.0.1, or drop the mapping if only other containers use it',
    node: '{software} ({purpose}) of `{service}` takes port {port} of each node that it runs on, for all that reach the node: leave out `static`, or choose a `host_network` that only its clients reach',
    denied: 'this denies {port}, and what Docker publishes does not come by here',
  },
  check: context => exposureFindings(context, ['datastore', 'console']),
});
