import { linesOf, type Node, readJson } from '../core/analysis.ts';
import type { Identity } from './fingerprint.ts';

/** Findings that a repository lives with: how often each is accepted. */
export type Baseline = ReadonlyMap<string, Accepted>;

export interface Accepted extends Identity {
  readonly count: number;
}

export type ReadBaseline =
  | { readonly baseline: Baseline }
  /** Line and column of what is wrong, counted from 1. */
  | { readonly line: number; readonly col: number; readonly message: string };

export function baselineOf(found: readonly Identity[]): Baseline {
  const all = new Map<string, Accepted>();
  for (const identity of found) add(all, identity, 1);
  return all;
}

/** Of these findings those that are not accepted; of equal ones the first are. */
export function isNew(baseline: Baseline, found: readonly Identity[]): readonly boolean[] {
  const seen = new Map<string, number>();
  return found.map(identity => {
    const key = keyOf(identity);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count > (baseline.get(key)?.count ?? 0);
  });
}

/** What of `baseline` is not in `other`. */
export function without(baseline: Baseline, other: Baseline): Baseline {
  return withCounts(baseline, (key, count) => count - (other.get(key)?.count ?? 0));
}

/** What is in both. */
export function inBoth(baseline: Baseline, other: Baseline): Baseline {
  return withCounts(baseline, (key, count) => Math.min(count, other.get(key)?.count ?? 0));
}

/**
 * The port is called `at`: a scan of the repository is not to take it for one that is used. A line for each finding, in an
 * order that no edit changes, so that a review sees what came and went.
 */
export function writeBaseline(baseline: Baseline): string {
  const lines = [...baseline.values()]
    .map(({ path, rule, key, port, count }) =>
      JSON.stringify({ path, rule, key, at: port, ...(count === 1 ? {} : { count }) }),
    )
    .sort();
  const list = lines.length === 0 ? '' : `${lines.map(line => `\n    ${line}`).join(',')}\n  `;
  return `{\n  "version": 1,\n  "findings": [${list}]\n}\n`;
}

/** Whoever merges two branches edits it by hand, so a fault has its place. */
export function readBaseline(text: string): ReadBaseline {
  const fault = (offset: number, message: string): ReadBaseline => {
    const { line, character } = linesOf(text).position(offset);
    return { line: line + 1, col: character + 1, message };
  };
  const { documents, errors } = readJson(text);
  const [error] = errors;
  if (error) return fault(error.span.start, error.message);
  const [root, second] = documents;
  if (second) return fault(second.span.start, 'something follows the end of the baseline');
  if (root?.kind !== 'map')
    return fault(root?.span.start ?? 0, 'a baseline is an object with "version" and "findings"');
  const version = memberOf(root, 'version');
  if (textOf(version) !== '1') return fault((version ?? root).span.start, 'the version of a baseline is 1');
  const list = memberOf(root, 'findings');
  if (list?.kind !== 'list') return fault((list ?? root).span.start, '"findings" is a list');
  const all = new Map<string, Accepted>();
  for (const item of list.items) {
    const [rule, path, key, port] = ['rule', 'path', 'key', 'at'].map(name => textOf(memberOf(item, name)));
    if (rule === undefined || path === undefined || key === undefined || port === undefined) {
      return fault(item.span.start, 'a finding has the texts "path", "rule", "key" and "at"');
    }
    const count = memberOf(item, 'count');
    const times = count ? Number(textOf(count)) : 1;
    if (count && !(Number.isInteger(times) && times > 0)) return fault(count.span.start, '"count" is a number from 1');
    add(all, { rule, path, key, port }, times);
  }
  return { baseline: all };
}

function memberOf(node: Node, key: string): Node | undefined {
  return node.kind === 'map' ? node.entries.findLast(entry => entry.key.text === key)?.value : undefined;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

function add(all: Map<string, Accepted>, { rule, path, key, port }: Identity, count: number): void {
  const id = keyOf({ rule, path, key, port });
  all.set(id, { rule, path, key, port, count: (all.get(id)?.count ?? 0) + count });
}

function withCounts(baseline: Baseline, countOf: (key: string, count: number) => number): Baseline {
  const left = [...baseline].map(
    ([key, accepted]) => [key, { ...accepted, count: countOf(key, accepted.count) }] as const,
  );
  return new Map(left.filter(([, { count }]) => count > 0));
}

function keyOf({ rule, path, key, port }: Identity): string {
  return JSON.stringify([rule, path, key, port]);
}
