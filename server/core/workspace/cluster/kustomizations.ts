import type { DocumentFacts } from '../../facts/document.ts';
import type { KubernetesObject, Kustomization, PatchTarget } from '../../facts/kubernetes.ts';
import { addTo } from '../../text/addTo.ts';
import { dirname } from '../../text/path.ts';

/** What kustomizations do with the files that they reach. */
export interface Kustomizations {
  /** True for an object that some kustomization patches, and for one that is itself a patch. */
  changes(path: string, object: KubernetesObject): boolean;
  areTogether(a: string, b: string): boolean;
}

export function createKustomizations(documents: Iterable<DocumentFacts>): Kustomizations {
  const byFile = new Map<string, DocumentFacts>();
  const byFolder = new Map<string, DocumentFacts>();
  for (const facts of documents) {
    if (!facts.kubernetes) continue;
    byFile.set(facts.path, facts);
    if (facts.kubernetes.kustomization) byFolder.set(dirname(facts.path), facts);
  }
  const patches = new Set<string>();
  const targets = new Map<string, PatchTarget[]>();
  const groups = new Map<string, Set<string>>();
  for (const { path, kubernetes } of byFolder.values()) {
    const own = kubernetes?.kustomization;
    if (!own) continue;
    const wanted = [...own.targets, ...own.patchFiles.flatMap(file => targetsIn(byFile.get(file)))];
    for (const file of own.patchFiles) patches.add(file);
    for (const file of reached(own)) {
      for (const target of wanted) addTo(targets, file, target);
      groups.set(file, (groups.get(file) ?? new Set()).add(path));
    }
  }
  return {
    changes: (path, object) => patches.has(path) || (targets.get(path) ?? []).some(target => fits(target, object)),
    areTogether: (a, b) => [...(groups.get(a) ?? [])].some(each => groups.get(b)?.has(each) === true),
  };

  /** The files of a kustomization and of those that it builds upon. */
  function reached(first: Kustomization): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...first.resources];
    for (let next = open.pop(); next !== undefined && found.size < MOST; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(byFolder.get(next)?.kubernetes?.kustomization?.resources ?? []));
    }
    return found;
  }
}

/** A kustomization with more is written by no hand. */
const MOST = 2000;

/** A part of an object names the whole that it is merged into. Operations alone (RFC 6902) have a target elsewhere. */
function targetsIn(facts: DocumentFacts | undefined): readonly PatchTarget[] {
  return (facts?.kubernetes?.objects ?? []).map(({ kind, name }) => ({ kind, ...(name !== undefined && { name }) }));
}

/** Names may have got a prefix or a suffix on their way. */
function fits({ kind, name }: PatchTarget, object: KubernetesObject): boolean {
  if (kind !== undefined && kind !== object.kind) return false;
  return name === undefined || object.name === undefined || name.includes(object.name) || object.name.includes(name);
}
