import type { RegistryEntry } from '../entry.ts';
import { groupBy } from '../lookup/groupBy.ts';
import { showRange } from '../port.ts';

/**
 * Folds the rows that keep an old spelling (`sql*net`, whose note reads: This entry is an alias to "sql-net". This
 * entry is now historic ...) into the row they speak of. Any other name that shares a number stays a row of its own.
 */
export function foldAliases(entries: readonly RegistryEntry[]): readonly RegistryEntry[] {
  const byKey = groupBy(entries, keyOf);
  const aliases = new Map<RegistryEntry, string[]>();
  const folded = new Set<RegistryEntry>();
  for (const entry of entries) {
    const name = /This entry is an alias to "([^"]+)"\. This entry is now historic/.exec(entry.notes ?? '')?.[1];
    const target = byKey.get(keyOf(entry))?.find(other => other !== entry && other.service === name);
    if (name === undefined || target === undefined || entry.service === undefined) continue;
    aliases.set(target, [...(aliases.get(target) ?? []), entry.service]);
    folded.add(entry);
  }
  return entries
    .filter(entry => !folded.has(entry))
    .map(entry => ({ ...entry, aliases: aliases.get(entry) ?? entry.aliases }));
}

function keyOf(entry: RegistryEntry): string {
  return `${showRange(entry.ports)} ${entry.protocol}`;
}
