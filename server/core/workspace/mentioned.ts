import type { DocumentFacts } from '../facts/document.ts';
import type { PortRole } from '../ports/occurrence.ts';
import { roleByName, settingWords } from '../ports/read/settingName.ts';
import type { Span } from '../text/span.ts';
import type { ProjectService } from './compose/composeProject.ts';
import { dockerfileOf } from './containers/stageChain.ts';
import { occurrencesIn } from './occurrencesIn.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Every number that shapes a service and may be a port of its own, whatever nobody could read there: it stands in its
 * compose entry, its `env_file`, its Dockerfile or a file that it mounts, and not as a host port or as another machine's.
 * `besides` leaves out more roles, for a judgement of what stands in them.
 */
export function mentioned(
  workspace: Snapshot,
  service: ProjectService,
  besides: readonly PortRole[] = [],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { path, service: written } of service.declarations) {
    const facts = workspace.facts(path);
    if (facts) addNumbers(found, facts, written.span, besides);
  }
  const files = [dockerfileOf(workspace, service), ...workspace.filesOf(service).map(path => workspace.facts(path))];
  for (const facts of files) if (facts) addNumbers(found, facts, { start: 0, end: facts.text.length }, besides);
  for (const [name, value] of service.variables)
    if (/^\d{1,5}$/.test(value ?? '') && roleByName(settingWords(name)) !== 'connect') found.add(Number(value));
  return found;
}

/** The same for a part of one file. */
export function addNumbers(
  found: Set<number>,
  facts: DocumentFacts,
  span: Span,
  besides: readonly PortRole[] = [],
): void {
  const outside = new Set<number>();
  for (const { role, expression, span: own } of occurrencesIn(facts, span))
    if (OUTSIDE.has(role) || besides.includes(role)) outside.add((expression ?? own).start);
  const text = facts.text.slice(span.start, span.end);
  // `_8080`: names of variables end in a number, too.
  for (const { 0: digits, index } of text.matchAll(/(?<![A-Za-z\d.])(?:\d{1,5}(?!\w|\.\d)|\$\{\w+:?-\d{1,5}\})/g)) {
    const number = /\d{1,5}(?=\}?$)/.exec(digits)?.[0];
    if (!outside.has(span.start + index)) found.add(Number(number));
  }
}

/** A URL with `localhost` is as often where people find a published port as it is the container's own. */
const OUTSIDE: ReadonlySet<PortRole> = new Set(['publish', 'connect', 'registry']);
