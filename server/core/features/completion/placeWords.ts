import { settingWords } from '../../ports/read/settingName.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Slot } from './slot.ts';

/** The words around a place that may name who is meant, the nearest first: host, setting, service, then the line itself. */
export function placeWords(slot: Slot): readonly string[] {
  const scheme = slot.occurrence?.scheme;
  const words = new Set([...namesOf(slot), ...wordsAround(slot)]);
  // `http://search:` is not about HTTP; what its scheme means by default is known elsewhere.
  return [...words].filter(word => word.length > 1 && word !== scheme && !NO_NAMES.has(word));
}

function namesOf(slot: Slot): readonly string[] {
  const { occurrence, facts } = slot;
  if (!occurrence) return [];
  const { host, owner, path } = occurrence;
  const folder = owner?.kind === 'stage' ? basename(dirname(facts.path)) : undefined;
  // Labels are written for somebody else: a proxy's keys say nothing of the service.
  const keys = isLabel(slot) ? [] : path.filter(key => typeof key === 'string').toReversed();
  const [nearest, ...others] = keys;
  const names = [host, nearest, owner?.name, ...others.slice(0, 4), folder];
  return names.flatMap(name => (name === undefined || name.length > LONGEST ? [] : settingWords(name)));
}

function isLabel({ occurrence }: Slot): boolean {
  return occurrence?.path.includes('labels') === true;
}

/** The words before the number on its line, and what lines near it say of the kind of database. */
function wordsAround(slot: Slot): readonly string[] {
  const { lines, text } = slot.facts;
  const { start } = slot.word.span;
  if (isLabel(slot)) return [];
  const { line } = lines.position(start);
  const before = text.slice(Math.max(lines.start(line), start - LONGEST), start);
  const own = settingWords(before.replace(/[^\w.-]+/g, '-')).toReversed();
  const near = text.slice(lines.start(Math.max(0, line - NEAR)), lines.start(line + NEAR + 1));
  const told = near.length > MOST_NEAR ? [] : [...near.matchAll(DRIVER)].flatMap(([, name = '']) => settingWords(name));
  // `ssh -L 5432:db:5432`: the ports of a tunnel are those of others.
  const isTunnel = /\bssh\s(?:.*\s)?-\w*[LRD]\s*\S*$/.test(before);
  return [...told, ...own].filter(word => word.length > 2 && !(isTunnel && word === 'ssh'));
}

/** In UTF-16 units: what is longer names nobody. */
const LONGEST = 60;
const MOST_NEAR = 2000;

/** In lines to each side. */
const NEAR = 4;

/** `adapter: postgresql`, `DB_CONNECTION=mysql` */
const DRIVER = /(?:adapter|dialect|driver|engine|connection|client|provider)["']?\s*[:=]\s*["']?([\w.]{2,60})/gi;

const NO_NAMES: ReadonlySet<string> = new Set(
  `port ports listen host hosts services service server servers address addr url uri bind environment env expose target
  published app api the spec containers localhost connection default`.split(/\s+/),
);
