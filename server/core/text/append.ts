/** Adds all of a list to another. `push(...items)` takes them as arguments, and throws where there are many. */
export function append<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}
