import { lazy } from './lazy.ts';

/** More than any one page asks for. */
const FEW = 60;

/**
 * Few things are searched for in the text, as one page asks for them; for whoever asks on, an index of all is made,
 * which takes longer than all these searches.
 */
export function fewOrMany<K, T>(search: (key: K) => T, index: () => (key: K) => T): (key: K) => T {
  const indexed = lazy(index);
  let asked = 0;
  return key => (asked++ < FEW ? search(key) : indexed()(key));
}
