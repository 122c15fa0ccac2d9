import { holds } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { writtenRange } from '../../ports/value.ts';
import { basename, dirname } from '../../text/path.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { stageImage } from '../../workspace/compose/serviceImage.ts';
import { containerPorts } from '../../workspace/containers/containerPorts.ts';
import { numberOffer, type Offer, placeIn, singles } from './offer.ts';
import type { Slot } from './slot.ts';
import { slotServices } from './slotService.ts';

/** The ports on which whatever the place belongs to answers: its services, its image, its build stage. */
export function insideOffers(slot: Slot): readonly Offer[] {
  const { facts, occurrence, registry } = slot;
  const owner = occurrence?.owner;
  const known = [
    ...stageOffers(slot),
    ...slotServices(slot).flatMap(({ service }) => serviceOffers(slot, service)),
    ...(owner?.image !== undefined && !facts.compose ? imageOffers(registry, owner.image) : []),
  ];
  return known.length > 0 || facts.compose || owner ? known : besideOffers(slot);
}

/** Whoever has a Dockerfile in its folder is likely about what that builds. */
function besideOffers({ snapshot, facts }: Slot): readonly Offer[] {
  return snapshot.inFolder(dirname(facts.path)).flatMap(({ stages, occurrences, path }) =>
    (stages ? occurrences : []).flatMap(({ role, value }) => {
      const range = role === 'expose' ? writtenRange(value) : undefined;
      return range ? singles(range).map(port => numberOffer(port, `EXPOSE in ${basename(path)}`)) : [];
    }),
  );
}

/** What a service listens on; what it publishes already comes last, as it needs no second entry. */
export function serviceOffers({ snapshot, registry, probe }: Slot, service: ProjectService): readonly Offer[] {
  const { ports, image } = containerPorts(snapshot, registry, service);
  const known = ports.filter(({ range }) => !holds(range, probe));
  const own = known.filter(({ from }) => from !== 'target' && from !== 'image');
  return [
    ...own.flatMap(({ range, from, at }) => {
      const facts = at && snapshot.facts(at.path);
      const place = facts ? placeIn(facts, at.occurrence.span.start) : `\`expose\` of ${service.name}`;
      const why = from === 'EXPOSE' ? `EXPOSE in ${at ? basename(at.path) : 'the Dockerfile'}` : `set in ${place}`;
      return singles(range).map(port => numberOffer(port, from === 'expose' ? `expose of ${service.name}` : why));
    }),
    ...(image ? imageOffers(registry, image.image) : []),
    ...known
      .filter(({ from }) => from === 'target')
      .flatMap(({ range }) => singles(range).map(port => numberOffer(port, `container port of ${service.name}`))),
  ];
}

/** What people use the image for, the best known first, then what else it declares. */
export function imageOffers(registry: Registry, image: string): readonly Offer[] {
  const facts = registry.image(image);
  const uses = registry
    .ofImage(image)
    .filter(({ standing, confidence }) => standing !== 'legacy' && confidence !== 'low');
  const declared = facts?.ports.filter(port => port.declared) ?? [];
  const ports = declared.length > 0 ? declared : (facts?.ports ?? []);
  return [
    ...uses.flatMap(({ ports: range, software, purpose }) =>
      singles(range).map(port => numberOffer(port, `image ${image}: ${purpose}`, software)),
    ),
    ...ports.flatMap(({ ports: range }) =>
      singles(range).map(port => numberOffer(port, `image ${image}`, facts?.software)),
    ),
  ];
}

/** What a stage of a Dockerfile is told to listen on, and what its base image does. */
function stageOffers({ facts, occurrence, registry, probe }: Slot): readonly Offer[] {
  const stage = facts.stages?.find(({ name }) => occurrence?.owner?.kind === 'stage' && name === occurrence.owner.name);
  if (!stage) return [];
  const variables = facts.variables.flatMap(({ name, port, value }) => {
    const range = writtenRange(port);
    return range && !holds(range, probe) && /port|listen/i.test(name)
      ? singles(range).map(number =>
          numberOffer(number, `${name} in line ${facts.lines.position(value.span.start).line + 1}`),
        )
      : [];
  });
  const listeners = facts.occurrences.flatMap(({ role, value, span }) => {
    const range = writtenRange(value);
    const isTold = role === 'listen' || role === 'probe' || (role === 'expose' && occurrence?.role !== 'expose');
    return range && !holds(range, probe) && isTold
      ? singles(range).map(number => numberOffer(number, `set in line ${facts.lines.position(span.start).line + 1}`))
      : [];
  });
  const base = stageImage(facts, stage);
  return [...variables, ...listeners, ...(base ? imageOffers(registry, base.name) : [])];
}
