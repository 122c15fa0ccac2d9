import { showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { settingWords } from '../../ports/read/settingName.ts';
import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import { pairedHost } from '../../workspace/compose/dialled.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { serviceImage } from '../../workspace/compose/serviceImage.ts';
import { shareNetwork } from '../../workspace/compose/serviceNetwork.ts';
import { imageUses } from '../../workspace/containers/imageUses.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { innerPort } from './innerPort.ts';
import { knownPorts } from './knownPorts.ts';
import { isReadElsewhere } from './readElsewhere.ts';

export const localhostInsideContainer: Rule<'other' | 'published'> = defineRule({
  id: 'localhost-inside-container',
  summary: '`localhost` in a container, with the port of another service',
  severity: 'info',
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    other:
      '`{host}` is the container of `{caller}` itself, where nothing is known to listen on {port}: `{service}`, which has that port on the host, is {service}:{inner} here',
    published: '`{service}` has {port} on the host',
  },
  *check(context) {
    const { facts, workspace } = context;
    const ports = context.shared(knownPorts);
    for (const { occurrence, caller, project } of localDials(workspace, facts)) {
      const { range } = workspace.resolve(facts.path, occurrence);
      if (!range || range.first !== range.last) continue;
      const other = workspace
        .publishers(range)
        .find(each => each.project === project && each.port.mapping.protocols?.includes('tcp'));
      if (!other?.containerRange || !isApart(caller, other.service) || ports.mayAnswer(caller, range)) continue;
      if (mayBeForBrowser(occurrence) && !isDatastore(context, other)) continue;
      const inner = innerPort(other.hostRange, other.containerRange, range.first);
      const data = {
        host: occurrence.host ?? 'localhost',
        caller: caller.name,
        port: showRange(range),
        service: other.service.name,
        inner,
      };
      yield {
        at: { path: facts.path, span: occurrence.span },
        message: 'other',
        data,
        related: [{ path: other.port.path, span: other.host.span, message: 'published', data }],
        fixes: fixesOf(facts, occurrence, other, inner),
      };
    }
  },
});

interface LocalDial {
  readonly occurrence: PortOccurrence;
  readonly project: ComposeProject;
  readonly caller: ProjectService;
}

/** Where a service dials its own container: in its compose entry, or in an `env_file`. */
function* localDials(workspace: Snapshot, facts: DocumentFacts): Iterable<LocalDial> {
  const local = facts.occurrences.filter(
    occurrence =>
      (occurrence.role === 'connect' || occurrence.role === 'listen') &&
      (occurrence.host === undefined ? isPort(occurrence) : isLoopback(readAddress(occurrence.host))) &&
      !isReadElsewhere(occurrence),
  );
  if (local.length === 0) return;
  const users = facts.compose ? [] : workspace.usersOf(facts.path).filter(({ how }) => how === 'environment');
  for (const { project, service } of users)
    if (aloneIn(project).has(service.name))
      for (const occurrence of local) if (isLocal(occurrence, service)) yield { occurrence, project, caller: service };
  const project = projectOf(workspace, facts.path);
  if (!facts.compose || !project) return;
  const alone = aloneIn(project);
  for (const occurrence of local) {
    const caller = alone.get(occurrence.owner?.name ?? '');
    if (caller && isLocal(occurrence, caller)) yield { occurrence, project, caller };
  }
}

/** A bare number, which `DB_HOST=localhost` beside `DB_PORT=5433` may complete. */
function isPort({ path }: PortOccurrence): boolean {
  return /port$/i.test(`${path.at(-1)}`);
}

function isLocal(occurrence: PortOccurrence, caller: ProjectService): boolean {
  if (occurrence.host !== undefined) return occurrence.role === 'connect';
  const host = pairedHost(occurrence, caller);
  return host !== undefined && isLoopback(readAddress(host));
}

/** A page may be told such a URL, and the reader's own machine has the port. */
function mayBeForBrowser({ scheme, path }: PortOccurrence): boolean {
  if (scheme === undefined || !/^(?:https?|wss?)$/.test(scheme)) return false;
  return !settingWords(`${path.at(-1)}`).some(word => FOR_SERVERS.has(word));
}

/** `OTEL_EXPORTER_OTLP_ENDPOINT`, `EUREKA_CLIENT_SERVICEURL`, `CONNECT_VALUE_CONVERTER_SCHEMA_REGISTRY_URL`: no page reads them. */
const FOR_SERVERS: ReadonlySet<string> = new Set(['otel', 'otlp', 'eureka', 'schema', 'internal']);

/** What no page speaks to. */
function isDatastore({ registry, workspace }: RuleContext, { service, containerRange }: PublishedPort): boolean {
  const image = serviceImage(workspace, service);
  return (
    image !== undefined &&
    containerRange !== undefined &&
    imageUses(registry, image, containerRange).some(({ exposure }) => exposure === 'datastore')
  );
}

/** The services with a network of their own in which nobody else has a place. */
function aloneIn({ services }: ComposeProject): ReadonlyMap<string, ProjectService> {
  const modes = new Set(services.map(({ networkMode }) => networkMode));
  const alone = services.filter(({ name, networkMode }) => networkMode === undefined && !modes.has(`service:${name}`));
  return new Map(alone.map(service => [service.name, service]));
}

/** Two containers that can reach each other by name, and do not share their ports. */
function isApart(caller: ProjectService, other: ProjectService): boolean {
  return caller !== other && other.networkMode === undefined && shareNetwork(caller, other);
}

/** Only where host and port stand side by side. */
function fixesOf(
  facts: DocumentFacts,
  { host = '', span, editable, value }: PortOccurrence,
  { service }: PublishedPort,
  inner: number,
): readonly Fix[] {
  const start = span.start - host.length - 1;
  if (!editable || value.kind !== 'range' || facts.text.slice(start, span.start) !== `${host}:`) return [];
  const newText = `${service.name}:${inner}`;
  return [
    {
      title: `Connect to ${newText}`,
      safety: 'suggested',
      edits: [{ path: facts.path, span: { start, end: span.end }, newText }],
    },
  ];
}
