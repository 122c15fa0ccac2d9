import { readdirSync } from 'node:fs';
import type { Caution, Claim, ImageFacts, Remark } from '../entry.ts';
import { showRange } from '../port.ts';
import { CLAIM_NOTE } from '../rows/claimRow.ts';
import { readAssignments } from './assignments.ts';
import { readCategories } from './categories.ts';
import { readCautions, readRemarks } from './cautions.ts';
import { type Collection, readCollections } from './collections.ts';
import { readCrowds } from './crowds.ts';
import { reportFaults } from './faults.ts';
import { fieldsOf } from './fields.ts';
import type { IanaSnapshot } from './iana.ts';
import { jsonLines, readText } from './jsonLines.ts';
import { parseImage } from './parseImage.ts';
import { parseUse, type RankedUse } from './parseUse.ts';
import { readSigns, type Signs } from './signs.ts';

/** All the committed tables, read. */
export interface Sources {
  readonly iana: IanaSnapshot;
  readonly uses: readonly RankedUse[];
  readonly images: readonly ImageFacts[];
  readonly claims: readonly Claim[];
  readonly signs: Signs;
  /** Sorted by number: port, transport, programs. */
  readonly crowds: readonly string[];
  readonly cautions: readonly Caution[];
  readonly remarks: readonly Remark[];
}

/** Reads the tables under `folder` (the folder `registry`). Every problem is reported as `file:line: message`. */
export function readSources(folder: URL, report: (message: string) => void): Sources {
  const read = (path: string): string => readText(new URL(path, folder));
  const files = readdirSync(new URL('uses/', folder))
    .filter(name => name.endsWith('.jsonl'))
    .sort();
  const collections = readCollections('collections.tsv', read('collections.tsv'), report);
  const uses = files.flatMap(file => readUses(`uses/${file}`, read(`uses/${file}`), collections, report));
  const images = readImages('images.jsonl', read('images.jsonl'), report);
  readCategories('categories.tsv', read('categories.tsv'), files, report);
  reportTwice(uses, report);
  reportFaults(uses, images, report);
  return {
    iana: readAssignments(read('iana/assignments.tsv')),
    uses,
    images,
    claims: readClaims('claims.jsonl', read('claims.jsonl'), report),
    signs: readSigns('signs.tsv', read('signs.tsv'), report),
    crowds: readCrowds('crowds.tsv', read('crowds.tsv'), report),
    cautions: readCautions('cautions.jsonl', read('cautions.jsonl'), report),
    remarks: readRemarks('remarks.jsonl', read('remarks.jsonl'), report),
  };
}

/** One `uses/<category>.jsonl`, which must be sorted by number, then by software. */
export function readUses(
  name: string,
  text: string,
  collections: readonly Collection[],
  report: (message: string) => void,
): readonly RankedUse[] {
  const category = name.replace(/^.*\/|\.jsonl$/g, '');
  let last: RankedUse | undefined;
  return jsonLines(name, text, report).flatMap(line => {
    const use = parseUse(line, category, collections, report);
    if (use === undefined) return [];
    if (last !== undefined && inOrder(use, last) < 0) report(`${line.place}: not sorted by port, then by software`);
    last = use;
    return [use];
  });
}

export function readImages(name: string, text: string, report: (message: string) => void): readonly ImageFacts[] {
  let last = '';
  return jsonLines(name, text, report).flatMap(line => {
    const facts = parseImage(line, report);
    if (facts === undefined) return [];
    if (facts.image <= last) report(`${line.place}: not sorted by image, or an image twice`);
    last = facts.image;
    return [facts];
  });
}

function readClaims(name: string, text: string, report: (message: string) => void): readonly Claim[] {
  return jsonLines(name, text, report).flatMap(line => {
    const fields = fieldsOf(line, ['software', 'ports', 'claim'], report);
    const software = fields.text('software');
    const ports = fields.ports();
    const claim = fields.text('claim');
    return software && ports && claim ? [{ software, ports, claim, note: CLAIM_NOTE }] : [];
  });
}

function inOrder(a: RankedUse, b: RankedUse): number {
  const byNumber = a.ports.first - b.ports.first || a.ports.last - b.ports.last;
  return byNumber || (a.software < b.software ? -1 : Number(a.software > b.software));
}

/** One software, port and transport stands once in all the files. */
export function reportTwice(uses: readonly RankedUse[], report: (message: string) => void): void {
  const places = new Map<string, string>();
  for (const { software, ports, protocols, place } of uses) {
    for (const protocol of protocols) {
      const key = `${software}, ${showRange(ports)}/${protocol}`;
      const other = places.get(key);
      if (other !== undefined) report(`${place}: ${key} stands already in ${other}`);
      places.set(key, place);
    }
  }
}
