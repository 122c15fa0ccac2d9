import type { Use } from '../../../../registry/entry.ts';
import { overlaps } from '../../../../registry/port.ts';
import { basename, dirname } from '../../text/path.ts';
import { imageUses } from '../../workspace/imageUses.ts';
import { serviceImage, stageImage } from '../../workspace/serviceImage.ts';
import type { HoverSubject } from './subject.ts';

/** Who uses the port here, and how that is known. */
export interface LikelyUse {
  readonly software: string;
  readonly purpose?: string;
  readonly use?: Use;
  /** image: the image of this place says so; words: a name at this place does; known: only the number speaks. */
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

/** The image of the place decides, then the names that stand around it, then what is best known of the number. */
export function likelyUse(subject: HoverSubject): LikelyUse | undefined {
  const { registry, range, protocol } = subject;
  const uses = registry.used(range.first, protocol);
  return byImage(subject) ?? byWords(subject, uses) ?? best(uses);
}

function byImage(subject: HoverSubject): LikelyUse | undefined {
  const { registry, range, occurrence } = subject;
  if (occurrence.role === 'registry') return undefined;
  // What a container publishes is named by the container's side of the mapping.
  const inside = counterpart(subject) ?? range;
  const image = imageAt(subject);
  if (!image) return undefined;
  const [use] = imageUses(registry, image.name, inside);
  if (use) return { software: use.software, purpose: use.purpose, use, because: 'image', image };
  const known = registry.image(image.name);
  const listens = known?.ports.some(({ ports }) => overlaps(ports, inside));
  return known && listens ? { software: known.software, because: 'image', image } : undefined;
}

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

/** A name that stands at the place: in the key, the owner, the host dialled, the scheme, the variable. */
function byWords({ occurrence, facts, resolution }: HoverSubject, uses: readonly Use[]): LikelyUse | undefined {
  const { path, owner, host, scheme } = occurrence;
  const variables = [variableAt(facts, occurrence), resolution.definition?.name, resolution.fallbackOf];
  // A Dockerfile is called by the folder that it stands in.
  const folder = owner?.kind === 'stage' ? basename(dirname(facts.path)) : undefined;
  const places = [...path.map(String), owner?.name, owner?.image, host, scheme, folder, ...variables];
  const words = new Set(places.flatMap(place => wordsOf(place ?? '')));
  const named = uses.filter(({ software }) => wordsOf(software).some(word => isTelling(word) && words.has(word)));
  const [use] = named.toSorted((a, b) => likeness(b.software, words) - likeness(a.software, words));
  return use && { software: use.software, purpose: use.purpose, use, because: 'words' };
}

/** `nginx` is NGINX before it is Nginx Proxy Manager: what the name says more than the place counts against it. */
function likeness(software: string, words: ReadonlySet<string>): number {
  return wordsOf(software).reduce((sum, word) => sum + (words.has(word) ? 1 : -1), 0);
}

/** The words of a name, in one spelling. */
function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  return words.filter(word => word !== '').map(word => SPELLING[word] ?? word);
}

/** Whether a word tells one program from others. */
const isTelling = (word: string): boolean => word.length > 2 && !COMMON.has(word);

const COMMON: ReadonlySet<string> = new Set(
  'access admin agent alt alternate apache api app application apps backend build cache chat client cluster command console core daemon data database default dev docker engine environment exporter expose for frontend game games google home host html http https image internal java labels linux local localhost main manager media microsoft network node notes online open oracle over php port ports proxy public python remote ruby server service services site socket source stack studio sync test the tls tools url version web windows worker'.split(
    ' ',
  ),
);

const SPELLING: Readonly<Record<string, string>> = {
  mongo: 'mongodb',
  postgres: 'postgresql',
  pgsql: 'postgresql',
  elastic: 'elasticsearch',
  amqp: 'rabbitmq',
  rediss: 'redis',
  memcache: 'memcached',
};

function variableAt(facts: HoverSubject['facts'], { span }: HoverSubject['occurrence']): string | undefined {
  return facts.variables.find(({ value }) => value.span.start <= span.start && span.end <= value.span.end)?.name;
}

function best(uses: readonly Use[]): LikelyUse | undefined {
  const [use] = uses;
  return use && { software: use.software, purpose: use.purpose, use, because: 'known' };
}
