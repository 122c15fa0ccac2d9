import { showRange } from '../../../../registry/port.ts';
import { addressesMeet } from '../../ports/address.ts';
import { addTo } from '../../text/addTo.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { collisionsIn } from './bound.ts';
import type { BesideMessage } from './messages.ts';
import { nextFreeFix } from './nextFreeFix.ts';

/**
 * Services of one job of GitHub Actions, which all start before its first step. One whose image an expression chooses may
 * be left out by it. https://docs.github.com/en/actions/tutorials/use-containerized-services/about-service-containers
 */
export function* jobCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { facts, workspace } = context;
  if (facts.format !== 'github-actions') return;
  const jobs = new Map<string, HostPort[]>();
  for (const port of workspace.hostPorts(facts.path)) {
    const [top, job, kind] = port.occurrence?.path ?? [];
    if (top !== 'jobs' || kind !== 'services' || port.role !== 'publish' || isChosen(facts.text, port)) continue;
    addTo(jobs, `${job}`, port);
  }
  for (const services of jobs.values()) {
    for (const [here, there] of collisionsIn(services, (a, b) => addressesMeet(a.address, b.address))) {
      yield {
        at: { path: facts.path, span: here.span },
        message: 'job',
        data: { port: showRange(here.range), other: there.owner ?? '', service: here.owner ?? '' },
        related: [
          { path: facts.path, span: there.span, message: 'taken-here', data: { port: showRange(there.range) } },
        ],
        fixes: nextFreeFix(context, here),
      };
    }
  }
}

/** `image: ${{ matrix.db == 'mysql' && 'mysql' || '' }}`: without an image the service is left out. */
function isChosen(text: string, { span, owner }: HostPort): boolean {
  const before = text.slice(Math.max(0, span.start - LONGEST), span.start);
  const head = [...before.matchAll(/\n([ \t]+)["']?([\w.-]+)["']?:[ \t]*(?=[#\r\n])/g)].findLast(
    ([, , name]) => name === owner,
  );
  if (!head) return true;
  const [, indent = ''] = head;
  const body = text.slice(span.start - before.length + head.index + head[0].length, span.start + LONGEST);
  const end = body.search(new RegExp(`\\n[ \\t]{0,${indent.length}}[^\\s#-]`));
  return /^\s*["']?image["']?:[^\n]*\$\{\{[^\n]*(?:&&|\|\|)/m.test(end < 0 ? body : body.slice(0, end));
}

/** The longest service that is looked through, in UTF-16 units to each side. */
const LONGEST = 4000;
