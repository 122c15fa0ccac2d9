import type { FirewallRule } from '../../facts/firewallRule.ts';
import { canonicalIPv6, isIPv4 } from '../../ports/address.ts';
import { type Mapped, originOf, UNKNOWN } from '../../text/mapped.ts';
import type { Definition } from '../../workspace/environment.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A source that is everybody, and the variable that says so. */
export interface PublicSource {
  readonly written: string;
  readonly definition: Definition | undefined;
}

/** Finds the first source of a rule that is everybody. Each variable of the file is looked up once. */
export function publicSources(workspace: Snapshot, path: string): (rule: FirewallRule) => PublicSource | undefined {
  const known = new Map<string, Definition | undefined>();
  const lookup = (name: string, offset: number): Definition | undefined => {
    if (!known.has(name)) known.set(name, workspace.lookup(path, name, offset));
    return known.get(name);
  };
  const find = (sources: readonly Mapped[]): PublicSource | undefined => {
    for (const source of sources) {
      const { text, span } = source;
      const [variable] = text === UNKNOWN ? originOf(source, 0, text.length).variables : [];
      const definition = variable && lookup(variable.name, span.start);
      const written = definition?.value ?? text;
      if (isEverybody(written)) return { written, definition };
    }
    return undefined;
  };
  // The rules of one resource may share them.
  const found = new Map<readonly Mapped[], PublicSource | undefined>();
  return ({ sources }) => {
    if (!found.has(sources)) found.set(sources, find(sources));
    return found.get(sources);
  };
}

/** No network of one owner is that large: `0.0.0.0/1` is half of all there is. Azure has words for it too. */
function isEverybody(text: string): boolean {
  if (/^(?:\*|any|internet)$/i.test(text)) return true;
  const slash = text.indexOf('/');
  const bits = /^\d{1,3}$/.test(text.slice(slash + 1)) ? Number(text.slice(slash + 1)) : undefined;
  if (slash < 0 || bits === undefined) return false;
  const address = text.slice(0, slash);
  return isIPv4(address) ? bits < 8 : canonicalIPv6(address) !== undefined && bits < 8;
}
