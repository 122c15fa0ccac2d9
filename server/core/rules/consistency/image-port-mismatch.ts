import { overlaps, showRange } from '../../../../registry/port.ts';
import { mayMove } from '../../workspace/mayMove.ts';
import { publishedIn } from '../../workspace/publishedIn.ts';
import { defineRule, type Rule } from '../rule.ts';

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
      if (known.ports.some(({ ports }) => overlaps(ports, containerRange)) || mayMove(service, containerRange))
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
