import type { DocumentFacts } from '../../facts/document.ts';
import type { Span } from '../../text/span.ts';

/**
 * The one port that a Dockerfile's final stage names for its application: a literal `ENV PORT`, or the only `EXPOSE`.
 * Undefined where it names none or several, or where the two differ.
 */
export function ownPort({
  stages = [],
  occurrences,
}: DocumentFacts): { readonly port: number; readonly span: Span } | undefined {
  const names = new Set<string>();
  // Each step leads to an earlier stage.
  for (let stage = stages.at(-1); stage; stage = stage.from === undefined ? undefined : stages[stage.from])
    names.add(stage.name);
  const own = occurrences.filter(
    ({ path, value }) => path[0] === 'stages' && names.has(`${path[1]}`) && value.kind !== 'name',
  );
  const exposed = own.filter(({ path }) => path[2] === 'EXPOSE');
  const set = own.filter(({ path }) => path[2] === 'ENV' && path[3] === 'PORT');
  const named = [...exposed, ...set].flatMap(({ value, span }) =>
    value.kind === 'range' && value.range.first === value.range.last ? [{ port: value.range.first, span }] : [],
  );
  const [first] = named;
  const isOne = named.length === exposed.length + set.length && new Set(named.map(({ port }) => port)).size === 1;
  return isOne ? first : undefined;
}
