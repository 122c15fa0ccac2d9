import type { Finding } from '../core/analysis.ts';
import { type KeyPath, keyPaths } from './keyPaths.ts';
import type { CheckedFile } from './report.ts';

/** What a finding is known by after edits elsewhere, when its line has moved: in baselines, and to code scanning. */
export interface Identity {
  readonly rule: string;
  /** From the root of the repository, so that it does not matter where the command was run. */
  readonly path: string;
  /** The keys that lead to the place: `services.db.ports`. Without indexes, which move with every entry before. */
  readonly key: string;
  /** The port as it is written, or whatever else the finding underlines. */
  readonly port: string;
}

export function identities({
  facts,
  fromRoot,
}: Pick<CheckedFile, 'facts' | 'fromRoot'>): (finding: Finding) => Identity {
  const keyPathAt = keyPaths(facts);
  return ({ rule, at: { span } }) => ({
    rule,
    path: fromRoot,
    key: keyOf(keyPathAt(span)),
    port: facts.text.slice(span.start, Math.min(span.end, span.start + LONGEST_PORT)),
  });
}

/** In UTF-16 units: no port is as long. */
const LONGEST_PORT = 200;

/** Names that are numbers are indexes too: the stages of a Dockerfile. */
function keyOf(path: KeyPath): string {
  return path.filter(part => typeof part === 'string' && !/^\d+$/.test(part)).join('.');
}

/** Short names for findings. A number tells apart what is equal. */
export function createFingerprints(): (identity: Identity) => string {
  const counts = new Map<string, number>();
  return ({ rule, path, key, port }) => {
    const hash = hashOf(JSON.stringify([rule, path, key, port]));
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}

/**
 * The same on every machine: FNV-1a with 64 bits, in hexadecimal. Nobody attacks a fingerprint, and `node:crypto` alone
 * takes a fifth of the time of a small check to load. http://www.isthe.com/chongo/tech/comp/fnv/
 */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
