import type { Severity } from '../../facts/finding.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import { isLoopback, isPrivate } from '../../ports/address.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import { serviceImage } from '../../workspace/compose/serviceImage.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RuleContext } from '../rule.ts';

/** A port of a container that whoever reaches the machine reaches too. */
export interface ReachedPort extends HostPort {
  /** What the finding says of whose it is: the service, the container, else the image. */
  readonly name: string;
  /** For a command that somebody types, and not a description of what is to run. */
  readonly severity: Severity | undefined;
}

/** What a file publishes beyond loopback and private addresses; nothing of what runs only while a pipeline does. */
export function reachedPorts({ facts, workspace }: RuleContext): readonly ReachedPort[] {
  if (PIPELINES.has(facts.format)) return [];
  return workspace.hostPorts(facts.path).flatMap(port => {
    const { address, published, occurrence } = port;
    if (port.role !== 'publish' || occurrence?.confidence === 'guess') return [];
    if (address.kind === 'unknown' || address.kind === 'host' || isLoopback(address) || isPrivate(address)) return [];
    const image = published ? serviceImage(workspace, published.service) : port.image;
    // A container whose name is in a variable has none.
    const name = port.owner?.includes(UNKNOWN) === false ? port.owner : image;
    if (name === undefined) return [];
    const severity = published || DESCRIPTIONS.has(facts.format) ? undefined : 'info';
    // Without `to` a task of Nomad listens on the port that its node gives.
    const containerRange = port.containerRange ?? (facts.format === 'nomad' ? port.range : undefined);
    return [{ ...port, containerRange, image, name, severity }];
  });
}

/** Formats that describe what is to run; elsewhere a port is published by a command in a text. */
const DESCRIPTIONS: ReadonlySet<string> = new Set(['compose', 'quadlet', 'ansible', 'kamal', 'terraform']);
