import type { Use } from '../../../../registry/entry.ts';
import type { Place, Ranked } from '../../../../registry/place.ts';
import { basename, dirname } from '../../text/path.ts';
import { serviceImage, stageImage } from '../../workspace/compose/serviceImage.ts';
import type { HoverSubject } from './subject.ts';

/** Who uses the port here, and how that is known. */
export interface LikelyUse {
  readonly software: string;
  readonly purpose?: string;
  readonly use?: Use;
  /** image: the image of this place says so; words: something else at this place does; known: only the number speaks. */
  readonly because: 'image' | 'words' | 'known';
  /** For `image`. */
  readonly image?: PlacedImage;
}

interface PlacedImage {
  readonly name: string;
  readonly written: string;
  /** The service that runs it; undefined for the base of a build stage. */
  readonly service?: string;
}

/** The registry ranks who it may be; here the place is put into words for it. */
export function likelyUse(subject: HoverSubject): LikelyUse | undefined {
  const image = imageAt(subject);
  const [best] = subject.registry.likely(subject.range.first, placeOf(subject, image));
  if (!best) return undefined;
  const { software, use } = best;
  const because = reasonOf(best);
  return {
    software,
    ...(use ? { use, purpose: use.purpose } : {}),
    because,
    ...(because === 'image' && image ? { image } : {}),
  };
}

function reasonOf({ reasons }: Ranked): LikelyUse['because'] {
  if (reasons.includes('image')) return 'image';
  return reasons.some(reason => reason === 'name' || reason === 'format' || reason === 'role' || reason === 'runtime')
    ? 'words'
    : 'known';
}

function placeOf(subject: HoverSubject, image: PlacedImage | undefined): Place {
  const { facts, occurrence, resolution, protocol } = subject;
  const { owner, host, scheme, role, path } = occurrence;
  // Who dials a port is not who answers on it.
  const isOwn = role !== 'connect' && role !== 'probe' && role !== 'registry';
  // A Dockerfile is called by the folder that it stands in.
  const folder = owner?.kind === 'stage' ? basename(dirname(facts.path)) : undefined;
  // Labels are written for somebody else: a proxy's keys say nothing of the service.
  const keys = path.includes('labels')
    ? []
    : path.flatMap(key => (typeof key === 'string' && key !== owner?.name ? [key] : []));
  const variables = [variableAt(subject), resolution.definition?.name, resolution.fallbackOf];
  return {
    protocol,
    image: image?.name ?? (isOwn ? owner?.image : undefined),
    inside: counterpart(subject)?.first,
    names: present([isOwn ? owner?.name : undefined, host, folder, isOwn ? programOfName(facts) : undefined]),
    variables: present(variables),
    keys,
    scheme,
    format: facts.format,
    role,
  };
}

/** Settings of no known program, or of one out of several, are called after it: `ejabberd.yml`, `tempo.yaml`. */
function programOfName({ path, format }: HoverSubject['facts']): string | undefined {
  return CALLED_AFTER.has(format ?? '') ? basename(path).replace(/\..*/, '') : undefined;
}

const CALLED_AFTER: ReadonlySet<string> = new Set('conf hcl json loki properties puma toml xml yaml'.split(' '));

function present(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter(text => text !== undefined);
}

/** What a container publishes is named by the container's side of the mapping. */
function counterpart({ facts, occurrence, snapshot }: HoverSubject): HoverSubject['range'] | undefined {
  const { mapping } = occurrence;
  if (mapping?.side !== 'publish') return undefined;
  const other = facts.occurrences.find(one => one.mapping?.id === mapping.id && one.mapping.side === 'target');
  return other && snapshot.resolve(facts.path, other).range;
}

/** The image of the container that the number lives in, or that is dialled. */
function imageAt({ snapshot, facts, occurrence }: HoverSubject): PlacedImage | undefined {
  const { namespace, owner } = occurrence;
  if (facts.stages && owner?.kind === 'stage') {
    const stage = facts.stages.find(({ name }) => name === owner.name);
    return stage && stageImage(facts, stage);
  }
  const name = namespace.kind === 'container' ? namespace.id : occurrence.role === 'publish' ? owner?.name : undefined;
  for (const project of snapshot.projectsOf(facts.path)) {
    const service = project.services.find(candidate => candidate.name === name);
    const image = service && serviceImage(snapshot, service);
    if (service && image !== undefined)
      return { name: image, written: service.isBuilt ? image : (service.image ?? image), service: service.name };
  }
  return undefined;
}

function variableAt({ facts, occurrence: { span } }: HoverSubject): string | undefined {
  return facts.variables.find(({ value }) => value.span.start <= span.start && span.end <= value.span.end)?.name;
}
