/** Makes the value when it is first asked for, and once only. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Asks once for each name or number, and keeps the answer for good. */
export function remembered<K extends string | number, T>(find: (name: K) => T): (name: K) => T {
  const known = new Map<K, T>();
  return name => {
    const found = known.get(name);
    if (found !== undefined || known.has(name)) return found as T;
    const value = find(name);
    known.set(name, value);
    return value;
  };
}

/** Asks once for each name that stands in somebody's file, as long as these are not too many. */
export function rememberedNames<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return name => {
    const found = known.get(name);
    if (found !== undefined || known.has(name)) return found as T;
    if (known.size >= MOST) known.clear();
    const value = find(name);
    // A part of a text keeps the whole text in memory; a copy does not.
    known.set(name.split('').join(''), value);
    return value;
  };
}

/** Asks once for each number that stands in somebody's file, as long as these are not too many. */
export function rememberedNumbers<T>(find: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return number => {
    const found = known.get(number);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const value = find(number);
    known.set(number, value);
    return value;
  };
}

/** More than a workspace names, and little enough to keep. */
const MOST = 2000;
