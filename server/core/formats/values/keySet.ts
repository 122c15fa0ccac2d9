/** Keys as they stand in a list, with blanks or line ends between. */
export function keySet(keys: string): ReadonlySet<string> {
  return new Set(keys.split(/\s+/).filter(key => key !== ''));
}
