import { overlaps, type PortRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { stageImage } from '../../workspace/compose/serviceImage.ts';
import { imageUses } from '../../workspace/containers/imageUses.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { type ReachedPort, reachedPorts } from './reachedPorts.ts';

export const sshInContainer: Rule<'exposed' | 'declared' | 'published'> = defineRule({
  id: 'ssh-in-container',
  summary: 'A container with an SSH server of its own',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  yieldsTo: ['ports-with-host-network'],
  messages: {
    exposed:
      'This image has an SSH server in it (port {port}), whose keys and updates are a second thing to look after: leave it out, and use `docker exec` or `kubectl exec`',
    declared:
      'Port {port} is that of SSH, and nothing here says that the image has such a server: drop it, or leave the server out where it comes with the base image',
    published:
      'Port {port} of `{service}` is that of an SSH server within the container, a second way in to look after: leave it out, and use `docker exec` or SSH to the machine',
  },
  *check(context) {
    if (context.facts.stages) yield* exposed(context);
    else yield* published(context);
  },
});

const SSH = 22;

/** What is called so is meant to be an SSH server. */
const MEANT =
  /ssh|sftp|scp|(?<![a-z])git|forgejo|gerrit|gogs|bastion|jump|rsync|tunnel|honeypot|cowrie|endlessh|rundeck|ansible|workspace|vps|devbox/i;

function* exposed({ facts, registry }: RuleContext): Iterable<RawFinding<'exposed' | 'declared'>> {
  const last = facts.stages?.at(-1);
  // Folders of versions stand below the one that has the name: `openssh/7.7/Dockerfile`.
  if (!last || MEANT.test(facts.path.split('/').slice(-4).join('/'))) return;
  const exposes = facts.occurrences.filter(({ role, span }) => role === 'expose' && span.start >= last.span.start);
  // What has nothing else is meant to be one, and so is what runs nothing else.
  if (exposes.every(sshRange)) return;
  if (/^[ \t]*(?:CMD|ENTRYPOINT)\b.*\bsshd\b/im.test(facts.text.slice(last.span.start))) return;
  const image = stageImage(facts, last)?.name;
  if (image === undefined || MEANT.test(image)) return;
  const message = SERVER.test(facts.text) ? 'exposed' : 'declared';
  for (const occurrence of exposes) {
    const range = sshRange(occurrence);
    if (!range || isKnownFor(registry, image, range)) continue;
    yield { at: { path: facts.path, span: occurrence.span }, message, data: { port: SSH } };
  }
}

/** It is installed, configured or started. */
const SERVER = /openssh|\bsshd\b|dropbear|\bssh-keygen\b/i;

function sshRange({ value, protocols }: PortOccurrence): ReturnType<typeof writtenRange> {
  const range = writtenRange(value);
  return range?.first === SSH && range.last === SSH && protocols?.includes('udp') !== true ? range : undefined;
}

function* published(context: RuleContext): Iterable<RawFinding<'published'>> {
  const ports = context.shared(reachedPorts);
  const others = new Set(ports.filter(port => !isSsh(port)).map(({ name }) => name));
  for (const port of ports) {
    const { containerRange, image, name, span } = port;
    // What publishes nothing else is meant to be one.
    if (!containerRange || !isSsh(port) || !others.has(name) || MEANT.test(`${name} ${image ?? ''}`)) continue;
    if (image !== undefined && isKnownFor(context.registry, image, containerRange)) continue;
    yield { at: { path: context.facts.path, span }, message: 'published', data: { port: SSH, service: name } };
  }
}

function isSsh({ containerRange, protocols }: ReachedPort): boolean {
  return containerRange?.first === SSH && containerRange.last === SSH && protocols?.includes('tcp') !== false;
}

function isKnownFor(registry: Registry, image: string, range: PortRange): boolean {
  const listed = registry.image(image)?.ports.some(({ ports }) => overlaps(ports, range));
  return listed === true || imageUses(registry, image, range).length > 0;
}
