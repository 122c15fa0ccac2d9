import { overlaps, showRange } from '../../../../registry/port.ts';
import { lineBreakOf } from '../../text/lines.ts';
import { defineRule, type Rule } from '../rule.ts';
import { apacheServers, isDirective } from './apacheServers.ts';

export const vhostWithoutListen: Rule<'silent'> = defineRule({
  id: 'vhost-without-listen',
  summary: 'A virtual host of Apache on a port that the server does not listen on',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    silent:
      'Nothing listens on {port}, so this virtual host never answers, and Apache does not say so: add `Listen {port}`',
  },
  *check({ facts, workspace }) {
    if (facts.format !== 'apache') return;
    const hosts = facts.occurrences.filter(
      ({ role, path }) => role === 'listen' && isDirective(path, 'virtualhost') && !isOptional(path),
    );
    if (hosts.length === 0) return;
    const servers = apacheServers(workspace, facts);
    if (servers.length === 0) return;
    for (const host of hosts) {
      const { range } = workspace.resolve(facts.path, host);
      if (!range || servers.some(({ listens }) => listens.some(listen => overlaps(listen, range)))) continue;
      const start = facts.lines.start(facts.lines.position(host.span.start).line);
      const indent = /^[ \t]*/.exec(facts.text.slice(start, host.span.start))?.[0] ?? '';
      const newText = `${indent}Listen ${showRange(range)}${lineBreakOf(facts.text)}`;
      yield {
        at: { path: facts.path, span: host.span },
        message: 'silent',
        data: { port: showRange(range) },
        fixes: [
          {
            title: `Add Listen ${showRange(range)}`,
            safety: 'suggested',
            edits: [{ path: facts.path, span: { start, end: start }, newText }],
          },
        ],
      };
    }
  },
});

/** What `-D` switches on may bring its own `Listen` by other ways. */
function isOptional(path: readonly (string | number)[]): boolean {
  return path.some(key => /^(?:ifdefine|iffile|macro)$/i.test(`${key}`));
}
