import type { ImageFacts } from '../entry.ts';
import { groupBy } from '../lookup/groupBy.ts';
import { overlaps, type PortRange, showRange, sizeOf } from '../port.ts';
import type { RankedUse } from './parseUse.ts';

/** Faults that mined port lists are known for, and that a table of ours must not have. */
export function reportFaults(
  uses: readonly RankedUse[],
  images: readonly ImageFacts[],
  report: (message: string) => void,
): void {
  for (const use of uses) {
    const problem = (message: string): void => report(`${use.place}: ${message}`);
    if (FOLDERS.has(use.software.toLowerCase())) problem(`${use.software} is the name of a folder, not of software`);
    // Only of a debugger itself is such a build evidence.
    if (use.category !== 'debuggers') {
      for (const { url } of use.evidence) if (isBuildForTests(url)) problem(`no release is built from ${url}`);
    }
  }
  for (const spellings of groupBy(uses, ({ software }) => lettersOf(software)).values()) {
    const [first] = spellings;
    const other = spellings.find(({ software }) => software !== first?.software);
    if (first && other) report(`${other.place}: ${other.software} is spelt ${first.software} in ${first.place}`);
  }
  for (const members of runs(uses)) report(`${members[0]?.place}: keep ${listed(members)} as one range`);
  reportImages(uses, images, report);
}

const FOLDERS: ReadonlySet<string> = new Set(
  'api app backend build client core demo dev docker example frontend latest main node prod production server service src stable test ui web worker'.split(
    ' ',
  ),
);

/** An EXPOSE of a debugger's or a test's Dockerfile says nothing of the release. */
function isBuildForTests(url: string): boolean {
  const [path = ''] = url.split('#');
  return (
    /docker|container/i.test(path.slice(path.lastIndexOf('/'))) &&
    /[/.-](debug|dev-cluster|nightly|devcontainer)(?:[/.]|$)|\/tests?\//i.test(path)
  );
}

/** Five or more adjoining numbers of one software, to one purpose. */
function runs(uses: readonly RankedUse[]): readonly (readonly RankedUse[])[] {
  const groups = groupBy(uses, ({ software, purpose, protocols }) => [software, purpose, protocols].join('\t'));
  return [...groups.values()].flatMap(group => {
    const sorted = group.toSorted((a, b) => a.ports.first - b.ports.first);
    const found: RankedUse[][] = [];
    for (const [index, use] of sorted.entries()) {
      if (use.ports.first === (sorted[index - 1]?.ports.last ?? Number.NaN) + 1) found.at(-1)?.push(use);
      else found.push([use]);
    }
    return found.filter(run => run.length >= 5 && run.every(({ ports }) => sizeOf(ports) === 1));
  });
}

function listed(run: readonly RankedUse[]): string {
  return `${run[0]?.software} ${run.map(({ ports }) => showRange(ports)).join(', ')}`;
}

/** What a use says of an image must be what the image is known to listen on, where that is known completely. */
function reportImages(
  uses: readonly RankedUse[],
  images: readonly ImageFacts[],
  report: (message: string) => void,
): void {
  const known = new Map(images.map(facts => [facts.image, facts] as const));
  const isOn = (facts: ImageFacts, range: PortRange): boolean =>
    facts.ports.some(({ ports }) => overlaps(ports, range));
  for (const { place, ports, images: named } of uses) {
    for (const image of named) {
      const facts = known.get(image);
      if (facts?.complete && !isOn(facts, ports)) report(`${place}: ${image} does not listen on ${showRange(ports)}`);
    }
  }
  const spellings = new Map(uses.map(({ software }) => [lettersOf(software), software] as const));
  for (const { image, software, complete, ports } of images) {
    const spelt = spellings.get(lettersOf(software)) ?? software;
    if (spelt !== software) report(`images.jsonl: ${image}: ${software} is spelt ${spelt} in the uses`);
    if (complete && !ports.some(({ declared }) => declared))
      report(`images.jsonl: ${image}: complete, but declares none`);
  }
}

/** Two names of the same letters and digits are one program. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
