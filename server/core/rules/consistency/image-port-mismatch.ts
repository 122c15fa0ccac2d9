import type { ImageFacts } from '../../../../registry/entry.ts';
import { overlaps, showRange } from '../../../../registry/port.ts';
import type { Fix } from '../../facts/finding.ts';
import { mayMove } from '../../workspace/containers/mayMove.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { type ImageMapping, imageMappings } from './imageMappings.ts';

type Message = 'mismatch' | 'swapped';

export const imagePortMismatch: Rule<Message> = defineRule({
  id: 'image-port-mismatch',
  summary: 'A container port on which the image does not listen',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    mismatch:
      'Nothing in `{image}` listens on {port} by default, so connections to this mapping are refused: {software} answers on {ports}',
    swapped:
      "The two sides look swapped: the container's port stands last, and {software} in `{image}` answers on {host}, not on {port}",
  },
  *check(context) {
    for (const mapping of imageMappings(context)) {
      const { known, container } = mapping;
      const message = messageOf(mapping);
      if (!message || known.ports.some(({ ports }) => overlaps(ports, container.range))) continue;
      const started = mapping.started();
      if (!started || mayMove(started.container, container.range)) continue;
      yield {
        ...findingOf(context, mapping, message),
        ...(started.isCommand && { severity: 'info' }),
      };
    }
  },
});

/** Where other ports may be open that nobody listed, only one with the image's own port outside is odd enough. */
function messageOf({ known, host, container }: ImageMapping): Message | undefined {
  if (known.complete && !known.configurable) return 'mismatch';
  if (!host || overlaps(host.range, container.range)) return undefined;
  return answering(known).some(({ ports }) => overlaps(ports, host.range)) ? 'swapped' : undefined;
}

/** The list also holds ports that a configuration may open; what the image declares is what it is known for. */
function answering({ ports }: ImageFacts): ImageFacts['ports'] {
  const declared = ports.filter(port => port.declared);
  return declared.length > 0 ? declared : ports;
}

function findingOf(
  { facts }: RuleContext,
  { image, known, host, container }: ImageMapping,
  message: Message,
): RawFinding<Message> {
  const own = answering(known);
  const [only, ...others] = own;
  // The number outside tells which of several was meant.
  const meant =
    known.ports.find(({ ports }) => host && overlaps(ports, host.range)) ?? (others.length === 0 ? only : undefined);
  const right = meant && showRange(meant.ports);
  const fixes: Fix[] = [];
  const replace = (side: typeof container, newText: string): Fix['edits'][number] => ({
    path: facts.path,
    span: side.span,
    newText,
  });
  if (message === 'swapped' && host?.editable && container.editable)
    fixes.push({
      title: 'Swap the two sides',
      safety: 'suggested',
      edits: [replace(host, showRange(container.range)), replace(container, showRange(host.range))],
    });
  else if (right !== undefined && container.editable)
    fixes.push({ title: `Map to ${right}`, safety: 'suggested', edits: [replace(container, right)] });
  return {
    at: { path: facts.path, span: container.span },
    message,
    data: {
      image,
      port: showRange(container.range),
      host: host ? showRange(host.range) : '',
      software: known.software,
      ports: shown(own),
    },
    fixes,
  };
}

/** The first few of many. */
function shown(ports: ImageFacts['ports']): string {
  const numbers = [...new Set(ports.map(port => showRange(port.ports)))];
  return numbers.length <= MOST_SHOWN ? numbers.join(', ') : `${numbers.slice(0, MOST_SHOWN).join(', ')} ...`;
}

const MOST_SHOWN = 5;
