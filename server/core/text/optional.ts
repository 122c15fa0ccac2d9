/** A property to spread into an object: left out where the value is undefined. */
export function optional<const K extends string, const V>(
  key: K,
  value: V,
): { readonly [P in K]?: Exclude<V, undefined> } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: Exclude<V, undefined> });
}
