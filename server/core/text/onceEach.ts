/** The same as `once` for every key: computes what is first asked for, and keeps it. */
export function onceEach<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly value: T }>();
  return key => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}
