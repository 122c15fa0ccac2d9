import type { DocumentFacts } from '../../facts/document.ts';
import type { Snapshot } from '../snapshot.ts';
import { mountedAt, type StartedContainer, targetOf, variablesOf } from './startedContainer.ts';

/** https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html#container-units-container */
export function unitContainer(workspace: Snapshot, { path, text }: DocumentFacts): StartedContainer | undefined {
  // A drop-in may add anything.
  if (!path.endsWith('.container') || workspace.inFolder(`${path}.d`).length > 0) return undefined;
  const all = assignments(text);
  const values = (...keys: readonly string[]): readonly string[] => keys.flatMap(key => all.get(key) ?? []);
  const given = values('PodmanArgs', 'GlobalArgs').join(' ');
  return {
    span: { start: 0, end: text.length },
    isCommand: false,
    isBuilt: values('Image').some(image => /\.build$|%/.test(image)),
    replacesCommand: values('Exec', 'Entrypoint').some(value => value !== '') || /--(?:entrypoint|net)/.test(given),
    openEnvironment:
      values('EnvironmentFile', 'EnvironmentHost').length > 0 || /--(?:env|volume|mount)|(?:^|\s)-[ev]/.test(given),
    variables: variablesOf(values('Environment').flatMap(words)),
    mounts: [...values('Volume').map(mountedAt), ...values('Mount', 'Secret').map(targetOf)],
  };
}

/** `Environment=A=b \` goes on in the next line. */
function assignments(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const [, key, value] = /^[ \t]*([A-Z]\w*)[ \t]*=[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const values = found.get(key) ?? [];
    values.push(value);
    found.set(key, values);
  }
  return found;
}

function words(text: string): readonly string[] {
  return (text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map(word => word.replace(/["']/g, ''));
}
