import { code } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

const FORMATS: ReadonlySet<string> = new Set(['kubernetes', 'helm', 'kustomize', 'helmfile']);

/** What a number does in an object of Kubernetes, whose words are its own. */
export function inCluster({ facts, occurrence }: HoverSubject): string | undefined {
  const { role, namespace, owner, path } = occurrence;
  if (!FORMATS.has(facts.format ?? '')) return undefined;
  const of = owner === undefined ? '' : ` of ${code(owner.name)}`;
  switch (role) {
    case 'publish':
      return path.at(-1) === 'hostPort'
        ? `port of the node on which ${owner ? code(owner.name) : 'the pod'} runs`
        : `node port${of}: every node of the cluster takes connections on it`;
    case 'expose':
      return `container port${of}. It is declared for people and for names; what the program listens on is its own affair`;
    case 'listen':
      return namespace.kind === 'cluster' ? `port of the Service ${code(namespace.id)}, inside the cluster` : undefined;
    case 'connect':
      return path.at(-1) === 'targetPort' && owner
        ? `the Service ${code(owner.name)} sends to it on its pods`
        : undefined;
    case 'allow':
      return 'a policy lets connections to it through';
    case 'deny':
      return 'a policy keeps connections to it out';
    default:
      return undefined;
  }
}
