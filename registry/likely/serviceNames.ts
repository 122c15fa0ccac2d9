import type { RegistryEntry } from '../entry.ts';
import { spaced } from './words.ts';

/**
 * True where software bears the name of a registered service: `stun` in `STUN / TURN`. The name is at least half of it:
 * Apache HTTP Server is one of many that speak HTTP. Initials count where they are all of it: Domain Name Server, `DNS`.
 */
export function bearsName(software: string, services: readonly RegistryEntry[]): boolean {
  if (services.length === 0) return false;
  const name = spaced(software);
  return services.some(({ service = '', description }) => {
    const words = spaced(service);
    const isHalf = words !== '' && ` ${name} `.includes(` ${words} `) && 2 * count(words) >= count(name);
    return isHalf || name === initialsOf(description);
  });
}

function initialsOf(description: string): string {
  const words = spaced(description).split(' ');
  return words.length < 3 ? '' : words.map(word => word.charAt(0)).join('');
}

function count(words: string): number {
  return words.split(' ').length;
}
