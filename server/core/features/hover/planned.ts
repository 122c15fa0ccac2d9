import type { PortRange } from '../../../../registry/port.ts';
import { holds } from '../../../../registry/port.ts';
import type { PlannedPorts } from '../../facts/projectFile.ts';
import { basename } from '../../text/path.ts';
import { code, escapeMarkdown, link } from '../markdown.ts';
import type { HoverSubject } from './subject.ts';

/** What the project has planned for the port, where the number is one of the machine. */
export function planned(subject: HoverSubject): string | undefined {
  const { snapshot, facts, occurrence, range, options } = subject;
  const { kind } = occurrence.namespace;
  if (kind === 'container' || kind === 'pod' || kind === 'cluster' || kind === 'remote') return undefined;
  const project = snapshot.project(facts.path);
  const entry = project && smallestWith(project.plan, range);
  if (!entry) return undefined;
  const text = [
    `planned${entry.owner === undefined ? '' : ` for ${code(entry.owner)}`}`,
    ...(entry.note === undefined ? [] : [escapeMarkdown(entry.note)]),
  ].join(': ');
  if (facts.path === project.path) return capital(text);
  const line = snapshot.facts(project.path)?.lines.position(entry.span.start).line ?? 0;
  const place = { path: project.path, span: entry.span };
  return `${capital(text)} (${link(code(`${basename(project.path)}:${line + 1}`), options.link(place))})`;
}

/** An exception within a range says more than the range. */
function smallestWith(plan: readonly PlannedPorts[], { first, last }: PortRange): PlannedPorts | undefined {
  const width = ({ range }: PlannedPorts): number => range.last - range.first;
  return plan
    .filter(({ range }) => holds(range, first) && holds(range, last))
    .reduce<PlannedPorts | undefined>((best, one) => (best && width(best) <= width(one) ? best : one), undefined);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
