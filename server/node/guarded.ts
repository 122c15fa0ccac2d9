/** What comes of it, or that it failed: a fault of ours in one file must not hide what stands in the others. */
export function guarded<T>(work: () => T): T | { readonly reason: string } {
  try {
    return work();
  } catch (error) {
    const where = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { reason: `a fault of Portolan (please report it): ${where}` };
  }
}
