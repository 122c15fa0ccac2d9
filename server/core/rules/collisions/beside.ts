import type { RawFinding, RuleContext } from '../rule.ts';
import { clusterCollisions } from './clusters.ts';
import { hostNetworkCollisions } from './hostNetwork.ts';
import { jobCollisions } from './jobs.ts';
import type { BesideMessage } from './messages.ts';
import { serverCollisions } from './servers.ts';
import { sharedNetworkCollisions } from './sharedNetworks.ts';
import { unitCollisions } from './units.ts';

/** Listeners and mappings that meet outside of what Compose publishes and of Kubernetes. */
export function* besideCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  yield* jobCollisions(context);
  yield* clusterCollisions(context);
  yield* serverCollisions(context);
  yield* unitCollisions(context);
  yield* sharedNetworkCollisions(context);
  yield* hostNetworkCollisions(context);
}
