import type { DocumentFacts } from '../../facts/document.ts';
import { type Address, isLoopback, isPrivate } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { basename } from '../../text/path.ts';
import { commandAround } from './commandAround.ts';

/** A socket of the machine's own that gives control to whoever reaches it, where the text shows that it asks for nothing. */
export interface ControlListener {
  readonly occurrence: PortOccurrence;
  readonly address: Address;
  readonly software: 'Docker Engine' | 'etcd' | 'kubelet';
  /** Of a script, which may run anywhere. */
  readonly severity: 'info' | undefined;
}

/** Those that a file of the machine itself opens; what listens within a container is published or it is not. */
export function controlListeners(facts: DocumentFacts): readonly ControlListener[] {
  const look = LOOKS.get(facts.format);
  // The script that a container starts with opens no port of the machine.
  if (!look || (facts.format === 'shell' && /entry-?point/i.test(basename(facts.path)))) return [];
  return facts.occurrences.flatMap(occurrence => {
    const { role, namespace, binding, confidence } = occurrence;
    if (role !== 'listen' || confidence === 'guess' || 'id' in namespace) return [];
    const address = binding?.address ?? { kind: 'any', family: 'both' };
    if (address.kind === 'unknown' || address.kind === 'host' || isLoopback(address) || isPrivate(address)) return [];
    const software = look(occurrence, facts);
    return software ? [{ occurrence, address, software, severity: facts.format === 'shell' ? 'info' : undefined }] : [];
  });
}

type Look = (occurrence: PortOccurrence, facts: DocumentFacts) => ControlListener['software'] | undefined;

const LOOKS: ReadonlyMap<string, Look> = new Map<string, Look>([
  ['docker-daemon', ofDaemonFile],
  ['systemd', ofCommand],
  ['shell', ofCommand],
  ['kubernetes', ofKubelet],
]);

/** https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file */
function ofDaemonFile(
  { scheme, path }: PortOccurrence,
  { text }: DocumentFacts,
): ControlListener['software'] | undefined {
  const isHost = path.includes('hosts') && (scheme ?? 'tcp') === 'tcp';
  return isHost && !/"tls(?:verify)?"\s{0,20}:\s{0,20}true/.test(text) ? 'Docker Engine' : undefined;
}

/** 2376 is for TLS, which the daemon's own file may switch on. */
function ofCommand(occurrence: PortOccurrence, facts: DocumentFacts): ControlListener['software'] | undefined {
  const written = facts.text.slice(occurrence.token.start, occurrence.token.end);
  const command = commandAround(facts, occurrence.span.start);
  if (/tcp:\/\//.test(written) && /\bdockerd\b|\bdocker daemon\b/.test(command))
    return /--tls(?!=false)/.test(command) || written.endsWith(':2376') ? undefined : 'Docker Engine';
  if (/(?:^|[\s/])etcd\s/.test(command) && /--listen-client-urls[= ]/.test(command) && /^\S*http:/.test(written))
    return command.indexOf('--listen-client-urls') < command.indexOf(written) ? 'etcd' : undefined;
  return /--read-only-port[= ]/.test(command) && /\bkubelet\b/.test(command) && /10255$/.test(written)
    ? 'kubelet'
    : undefined;
}

/** https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/ */
function ofKubelet({ path }: PortOccurrence, { text }: DocumentFacts): ControlListener['software'] | undefined {
  const isOpen = path.at(-1) === 'readOnlyPort' && !/^\s{0,20}address:\s{0,20}["']?(?:127\.|::1)/m.test(text);
  return isOpen ? 'kubelet' : undefined;
}
