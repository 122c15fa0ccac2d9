import type { Registry } from '../../../../registry/registry.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Affected } from './affected.ts';
import type { RenameEdit } from './edits.ts';
import { faultAfter } from './faultAfter.ts';
import type { Refusal } from './refusal.ts';
import { showPlace } from './showPlace.ts';

/** Gives a port of Kubernetes another name, where it is defined and wherever it is used. */
export function renamePortName(
  snapshot: Snapshot,
  registry: Registry,
  { members, spaces }: Affected,
  name: string,
  newName: string,
): { readonly edits: readonly RenameEdit[] } | Refusal {
  const wrong = spaces.some(({ kind }) => kind === 'pod') ? notInPods(newName) : notInServices(newName);
  if (wrong !== undefined) return { refused: wrong };
  if (newName === name) return { edits: [] };
  const own = new Set<PortOccurrence>(members.map(({ occurrence }) => occurrence));
  const keys = new Set(spaces.map(({ key }) => key));
  const names = [...new Set(members.map(({ path }) => path))].flatMap(path => snapshot.samePorts().names(path));
  const taken = names.find(
    each =>
      each.name === newName &&
      snapshot
        .samePorts()
        .spaces(each.place)
        .some(({ key }) => keys.has(key)),
  );
  if (taken)
    return { refused: `\`${newName}\` is the name of a port in ${showPlace(snapshot, taken.place)}: choose another` };
  const definitions = names.filter(each => each.name === name && own.has(each.place.occurrence));
  if (definitions.length === 0) return { refused: 'Nothing tells where this name is defined' };
  const users = members.flatMap(({ path, occurrence: { value, span } }) =>
    value.kind === 'name' && value.name === name ? [{ path, span }] : [],
  );
  const places = [...definitions.map(({ place: { path }, span }) => ({ path, span })), ...users];
  const edits = places.map(({ path, span }): RenameEdit => ({ path, span, newText: newName, certainty: 'certain' }));
  const fault = faultAfter(snapshot, registry, edits);
  return fault === undefined ? { edits } : { refused: fault };
}

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports: IANA_SVC_NAME, as RFC 6335 has it. */
function notInPods(name: string): string | undefined {
  const isRight = /^(?!-)(?!.*--)(?=.*[a-z])[a-z\d-]{1,15}(?<!-)$/.test(name);
  return isRight
    ? undefined
    : `\`${name}\` is no name of a port: up to 15 of a-z, 0-9 and -, with a letter, and no - at an end or beside another`;
}

/** A DNS label. https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
function notInServices(name: string): string | undefined {
  const isRight = /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(name) && /[a-z]/.test(name);
  return isRight ? undefined : `\`${name}\` is no name of a port: up to 63 of a-z, 0-9 and -, with no - at an end`;
}
