import { once } from './once.ts';

const collator = once(() => new Intl.Collator('en', { numeric: true }));

/** The order in which people look for names: `web2` before `web10`. A collator of one's own is many times as fast as `localeCompare`. */
export function inOrder(a: string, b: string): number {
  return a === b ? 0 : collator().compare(a, b);
}
