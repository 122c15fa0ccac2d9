import { overlaps, type PortRange, showRange } from '../../../registry/port.ts';
import type { ProjectService } from '../workspace/composeProject.ts';
import { publishedIn } from '../workspace/publishedIn.ts';
import type { PublishedPort } from '../workspace/publishedPorts.ts';
import { defineRule, type Rule } from './rule.ts';

export const imagePortMismatch: Rule<'mismatch'> = defineRule({
  id: 'image-port-mismatch',
  summary: 'A container port on which the image does not listen',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    mismatch:
      'Nothing in `{image}` listens on {port} by default, so connections to this mapping are refused: {software} answers on {ports}',
  },
  *check({ facts, workspace, registry }) {
    for (const published of publishedIn(workspace, facts.path)) {
      const { service, hostRange, container, containerRange } = published;
      const known = service.imageName === undefined ? undefined : registry.image(service.imageName);
      if (!container || !containerRange || !known?.complete || known.configurable) continue;
      if (known.ports.some(({ ports }) => overlaps(ports, containerRange)) || mayMove(published, containerRange))
        continue;
      // The list also holds ports that a configuration may open; what the image declares is what it is known for.
      const declared = known.ports.filter(port => port.declared);
      const answering = declared.length > 0 ? declared : known.ports;
      const [only, ...others] = answering;
      // The number outside tells which of several was meant.
      const meant =
        known.ports.find(({ ports }) => overlaps(ports, hostRange)) ?? (others.length === 0 ? only : undefined);
      const right = meant && showRange(meant.ports);
      yield {
        at: { path: facts.path, span: container.span },
        message: 'mismatch',
        data: {
          image: service.image ?? known.image,
          port: showRange(containerRange),
          software: known.software,
          ports: [...new Set(answering.map(({ ports }) => showRange(ports)))].join(', '),
        },
        fixes:
          right !== undefined && container.editable
            ? [
                {
                  title: `Map to ${right}`,
                  safety: 'suggested',
                  edits: [{ path: facts.path, span: container.span, newText: right }],
                },
              ]
            : [],
      };
    }
  },
});

/** True where the service may have been told to listen elsewhere: then the image's own ports say nothing. */
function mayMove({ service }: PublishedPort, asked: PortRange): boolean {
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

function hasTellingVariable({ variables }: ProjectService): boolean {
  return [...variables.keys()].some(name =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some(word => TELLING.has(word) || word.endsWith('port')),
  );
}

/** `OLLAMA_HOST=0.0.0.0:11435`, `JAVA_OPTS=-Dserver.port=8181`: whatever the variable is called, it holds the number. */
function isNamedInValue({ variables }: ProjectService, { first, last }: PortRange): boolean {
  const numbers = [...variables.values()].flatMap(value => value?.match(/\d+/g) ?? []).map(Number);
  return numbers.some(number => first <= number && number <= last);
}

function isConfiguration(mount: string): boolean {
  return /^\/(?:usr\/local\/)?etc(?:\/|$)|\/(?:conf|config|conf\.d|\.config)(?:\/|$)|\.(?:conf|cfg|cnf|ini|json|properties|toml|xml|ya?ml)$/.test(
    mount,
  );
}
