import type { PortRange } from '../../../registry/port.ts';
import type { ProjectService } from './composeProject.ts';

/** Whatever runs an image: a service, a container of a pod. */
export type Movable = Pick<ProjectService, 'isBuilt' | 'replacesCommand' | 'openEnvironment' | 'variables' | 'mounts'>;

/** True where the service may have been told to listen elsewhere: then the image's own ports say nothing. */
export function mayMove(service: Movable, asked: PortRange): boolean {
  return (
    service.isBuilt ||
    service.replacesCommand ||
    service.openEnvironment ||
    hasTellingVariable(service) ||
    isNamedInValue(service, asked) ||
    service.mounts.some(isConfiguration)
  );
}

const TELLING = new Set(['port', 'ports', 'listen', 'bind', 'addr', 'address', 'endpoint', 'url', 'uri']);

function hasTellingVariable({ variables }: Movable): boolean {
  return [...variables.keys()].some(name =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some(word => TELLING.has(word) || word.endsWith('port')),
  );
}

/** `OLLAMA_HOST=0.0.0.0:11435`, `JAVA_OPTS=-Dserver.port=8181`: whatever the variable is called, it holds the number. */
function isNamedInValue({ variables }: Movable, { first, last }: PortRange): boolean {
  const numbers = [...variables.values()].flatMap(value => value?.match(/\d+/g) ?? []).map(Number);
  return numbers.some(number => first <= number && number <= last);
}

function isConfiguration(mount: string): boolean {
  return /^\/(?:usr\/local\/)?etc(?:\/|$)|\/(?:conf|config|conf\.d|\.config)(?:\/|$)|\.(?:conf|cfg|cnf|ini|json|properties|toml|xml|ya?ml)$/.test(
    mount,
  );
}
