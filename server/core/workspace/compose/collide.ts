import { overlaps, sizeOf } from '../../../../registry/port.ts';
import { addressesMeet } from '../../ports/address.ts';
import { picksOne } from '../../ports/picksOne.ts';
import { boundKey } from './boundKey.ts';
import type { PublishedPort } from './publishedPorts.ts';
import { replicasOf } from './replicas.ts';

/** The matrix: transport, number, address, and whether both will run at the same time. */
export function collide(a: PublishedPort, b: PublishedPort): boolean {
  return (
    a !== b &&
    overlaps(a.hostRange, b.hostRange) &&
    shareProtocol(a, b) &&
    addressesMeet(a.port.mapping.binding.address, b.port.mapping.binding.address) &&
    !picksOne(a.hostRange, a.containerRange) &&
    !picksOne(b.hostRange, b.containerRange) &&
    !isFolded(a, b) &&
    runTogether(a, b)
  );
}

/** A transport that a variable leaves open is shared with nobody. */
function shareProtocol(a: PublishedPort, b: PublishedPort): boolean {
  const { protocols } = a.port.mapping;
  return b.port.mapping.protocols?.some(protocol => protocols?.includes(protocol)) === true;
}

/**
 * Compose takes ranges apart and drops what two entries of a service say alike: `8000-8005:8000-8005` and `8003:8003`.
 * It refuses one entry that stands twice in a list. https://docs.docker.com/reference/compose-file/merge/#unique-resources
 */
function isFolded(a: PublishedPort, b: PublishedPort): boolean {
  if (a.service !== b.service || !a.containerRange || !b.containerRange) return false;
  const isWholeTwice = a.port.path === b.port.path && sizeOf(a.hostRange) === sizeOf(b.hostRange);
  return (
    !isWholeTwice &&
    a.hostRange.first - a.containerRange.first === b.hostRange.first - b.containerRange.first &&
    boundKey(a.port) === boundKey(b.port)
  );
}

/** One host port of one address for one container port. */
export function isSameMapping(a: PublishedPort, b: PublishedPort): boolean {
  return (
    a.hostRange.first === b.hostRange.first &&
    a.hostRange.last === b.hostRange.last &&
    a.containerRange !== undefined &&
    a.containerRange.first === b.containerRange?.first &&
    boundKey(a.port) === boundKey(b.port)
  );
}

/** A service without profiles always runs, unless it asks for no container; two with profiles need one in common, or two that `.env` switches on. */
function runTogether(a: PublishedPort, b: PublishedPort): boolean {
  if (replicasOf(a.service)?.count === 0 || replicasOf(b.service)?.count === 0) return false;
  const one = a.service.profiles;
  const other = b.service.profiles;
  if (one.length === 0 || other.length === 0) return true;
  return one.some(profile => other.includes(profile)) || (isStarted(a) && isStarted(b));
}

/** True where `docker compose up` starts the service without being told of a profile. */
export function isStarted({ service, project }: PublishedPort): boolean {
  const { activeProfiles } = project;
  return (
    service.profiles.length === 0 ||
    service.profiles.some(profile => activeProfiles.includes(profile)) ||
    activeProfiles.includes('*')
  );
}
