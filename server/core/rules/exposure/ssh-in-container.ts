import { overlaps, type PortRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { imageUses } from '../../workspace/imageUses.ts';
import { stageImage } from '../../workspace/serviceImage.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { reachedPorts } from './reachedPorts.ts';

export const sshInContainer: Rule<'exposed' | 'published'> = defineRule({
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

function* exposed({ facts, registry }: RuleContext): Iterable<RawFinding<'exposed'>> {
  const last = facts.stages?.at(-1);
  // Folders of versions stand below the one that has the name: `openssh/7.7/Dockerfile`.
  if (!last || MEANT.test(facts.path.split('/').slice(-4).join('/'))) return;
  // What runs nothing else is meant to be one.
  if (/^[ \t]*(?:CMD|ENTRYPOINT)\b.*\bsshd\b/im.test(facts.text.slice(last.span.start))) return;
  const image = stageImage(facts, last)?.name;
  if (image === undefined || MEANT.test(image)) return;
  for (const occurrence of facts.occurrences) {
    const range = sshRange(occurrence);
    if (!range || occurrence.role !== 'expose' || occurrence.span.start < last.span.start) continue;
    if (isKnownFor(registry, image, range)) continue;
    yield { at: { path: facts.path, span: occurrence.span }, message: 'exposed', data: { port: SSH } };
  }
}

function sshRange({ value, protocols }: PortOccurrence): ReturnType<typeof writtenRange> {
  const range = writtenRange(value);
  return range?.first === SSH && range.last === SSH && protocols?.includes('udp') !== true ? range : undefined;
}

function* published(context: RuleContext): Iterable<RawFinding<'published'>> {
  for (const { containerRange, image, name, protocols, span } of reachedPorts(context)) {
    if (containerRange?.first !== SSH || containerRange.last !== SSH || protocols?.includes('tcp') === false) continue;
    if (MEANT.test(`${name} ${image ?? ''}`)) continue;
    if (image !== undefined && isKnownFor(context.registry, image, containerRange)) continue;
    yield { at: { path: context.facts.path, span }, message: 'published', data: { port: SSH, service: name } };
  }
}

function isKnownFor(registry: Registry, image: string, range: PortRange): boolean {
  const listed = registry.image(image)?.ports.some(({ ports }) => overlaps(ports, range));
  return listed === true || imageUses(registry, image, range).length > 0;
}
