import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Keeps the engine from giving ever more room to what is new: by default that is more than all the facts of a large tree
 * take, and not faster. Engines that are not known here may lack the flag, and would say so to the user.
 */
export function limitYoungSpace(): void {
  if (Number.parseInt(process.versions.v8, 10) > NEWEST) return;
  const young = getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
  if (young && young.space_size >= ENOUGH) setFlagsFromString('--semi-space-growth-factor=1');
}

/** The major version of V8 in Node 24. */
const NEWEST = 13;

/** In bytes. */
const ENOUGH = 16_000_000;
