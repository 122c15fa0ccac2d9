import type { StartedContainer } from '../../facts/startedContainer.ts';
import { mountedAt, plainWords, targetOf, variablesOf } from '../../ports/read/containerOptions.ts';
import { entries, type Tree } from '../../syntax/tree.ts';

/** https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html#container-units-container */
export function unitContainer({ documents }: Tree, text: string): StartedContainer {
  const settings = documents.flatMap(entries).flatMap(({ value }) => entries(value));
  const values = (...keys: readonly string[]): readonly string[] =>
    settings.flatMap(({ key, value }) =>
      keys.includes(key.text) ? [value?.kind === 'scalar' ? value.text.trim() : ''] : [],
    );
  const given = values('PodmanArgs', 'GlobalArgs').join(' ');
  return {
    span: { start: 0, end: text.length },
    isBuilt: values('Image').some(image => /\.build$|%/.test(image)),
    replacesCommand: values('Exec', 'Entrypoint').some(value => value !== '') || /--(?:entrypoint|net)/.test(given),
    openEnvironment:
      values('EnvironmentFile', 'EnvironmentHost').length > 0 || /--(?:env|volume|mount)|(?:^|\s)-[ev]/.test(given),
    variables: variablesOf(values('Environment').flatMap(plainWords)),
    mounts: [...values('Volume').map(mountedAt), ...values('Mount', 'Secret').map(targetOf)],
  };
}
