import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { grouped } from '../../text/grouped.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** One entry of `advertised.listeners`: the name of a listener, and where it sends clients. */
export interface Advertised {
  /** In upper case, as Kafka compares it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly host: string | undefined;
  readonly occurrence: PortOccurrence;
}

/** A Kafka broker as a file sets it up. */
export interface Broker {
  readonly advertised: readonly Advertised[];
  /** Ports by names in upper case; undefined where the setting is absent or not known to its end. */
  readonly listeners: ReadonlyMap<string, number> | undefined;
  /** How the setting of the listeners is written here: `KAFKA_LISTENERS`. */
  readonly setting: string;
  /** The listener over which brokers, and a broker alone, talk to each other. */
  readonly betweenBrokers: string;
  /** Of a compose service. */
  readonly service?: { readonly project: ComposeProject; readonly service: ProjectService };
}

/**
 * The brokers of a compose file, whose images make settings out of variables (`KAFKA_CFG_` is Bitnami's spelling), or of a
 * `server.properties`. https://kafka.apache.org/documentation/#brokerconfigs_advertised.listeners
 */
export function brokersIn(workspace: Snapshot, facts: DocumentFacts): readonly Broker[] {
  const all = facts.occurrences.filter(({ path }) => ADVERTISED.test(`${path.at(-1)}`));
  if (all.length === 0) return [];
  if (facts.format === 'kafka') {
    const written = facts.occurrences.filter(({ path }) => path.at(-1) === 'listeners');
    const listeners = new Map(written.flatMap(each => portByName(workspace, facts, each)));
    // An entry without a port would be one that nobody read.
    const isWhole = written.length > 0 && listeners.size === entriesAround(facts, written).length;
    return [
      {
        advertised: all.flatMap(each => advertisedAt(facts, each)),
        listeners: isWhole ? listeners : undefined,
        setting: 'listeners',
        betweenBrokers: 'PLAINTEXT',
      },
    ];
  }
  const project = projectOf(workspace, facts.path);
  if (!facts.compose || !project) return [];
  const services = new Map(project.services.map(service => [service.name, service]));
  const byOwner = grouped(
    all.filter(({ path }) => path[2] === 'environment'),
    ({ owner }) => owner?.name ?? '',
  );
  return [...byOwner].flatMap(([name, occurrences]) => {
    const service = services.get(name);
    const setting = `${occurrences[0]?.path.at(-1)}`.replace('ADVERTISED_', '');
    return service
      ? [
          {
            advertised: occurrences.flatMap(each => advertisedAt(facts, each)),
            listeners: listenersOf(service.variables.get(setting)),
            setting,
            betweenBrokers: (
              service.variables.get(setting.replace('LISTENERS', 'INTER_BROKER_LISTENER_NAME')) ?? 'PLAINTEXT'
            ).toUpperCase(),
            service: { project, service },
          },
        ]
      : [];
  });
}

const ADVERTISED = /^(?:KAFKA_(?:CFG_)?ADVERTISED_LISTENERS|advertised\.listeners)$/;

/** `INTERNAL://:9092,EXTERNAL://0.0.0.0:9094`; undefined unless every entry is known. */
function listenersOf(text: string | undefined): ReadonlyMap<string, number> | undefined {
  if (text === undefined || text.includes(UNKNOWN)) return undefined;
  const found = new Map<string, number>();
  for (const entry of text.split(',')) {
    const [, name, port] = /^\s*([\w.-]+):\/\/.*:(\d{1,5})\s*$/.exec(entry) ?? [];
    if (name === undefined) return undefined;
    found.set(name.toUpperCase(), Number(port));
  }
  return found;
}

function portByName(
  workspace: Snapshot,
  { path }: DocumentFacts,
  occurrence: PortOccurrence,
): readonly (readonly [string, number])[] {
  const { range } = workspace.resolve(path, occurrence);
  return occurrence.scheme !== undefined && range ? [[occurrence.scheme.toUpperCase(), range.first]] : [];
}

function entriesAround({ text }: DocumentFacts, [first]: readonly PortOccurrence[]): readonly string[] {
  return first ? text.slice(first.token.start, first.token.end).split(',') : [];
}

/** The name stands right before `://`. */
function advertisedAt({ text }: DocumentFacts, occurrence: PortOccurrence): readonly Advertised[] {
  const { scheme, span, host, token } = occurrence;
  const end = text.lastIndexOf('://', span.start);
  if (scheme === undefined || end < token.start) return [];
  const start = end - scheme.length;
  if (text.slice(start, end).toLowerCase() !== scheme) return [];
  return [{ name: scheme.toUpperCase(), nameSpan: { start, end }, host, occurrence }];
}
