/** Makes the value when it is first asked for, and once only. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Asks once for each name or number. */
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
