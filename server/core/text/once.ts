/** Computes what is first asked for, and keeps it: a process pays for what it uses, not for all that it could. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
