import { type PortRange, showRange } from '../../../../registry/port.ts';
import { EVERYWHERE } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Span } from '../../text/span.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { areOfOneText, type Bound, collisionsIn } from './bound.ts';
import { isSameSocket, meetDualStack } from './meeting.ts';
import type { BesideMessage } from './messages.ts';

/** A listener of a server, and the block that it stands in. */
interface Listener extends Bound {
  readonly block: Span | undefined;
}

/** Servers that bind one address twice by their own file. */
export function* serverCollisions(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { format } = context.facts;
  if (format === 'nginx') yield* ofNginx(context);
  if (format === 'apache') yield* ofApache(context);
  if (format === 'haproxy') yield* ofHaproxy(context);
}

/** https://nginx.org/en/docs/http/ngx_http_core_module.html#listen */
function* ofNginx(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { text } = context.facts;
  const listeners = listenersOf(context, ({ path }) => path.at(-1) === 'listen').filter(({ block }) => block);
  const byBlock = new Map<Span | undefined, Listener[]>();
  for (const each of listeners) byBlock.set(each.block, [...(byBlock.get(each.block) ?? []), each].slice(0, MOST));
  const meet = (a: Listener, b: Listener): boolean =>
    isSameSocket(a.address, b.address) && areOfOneText(text, a.span, b.span);
  for (const block of byBlock.values())
    for (const pair of collisionsIn(block, meet)) yield finding(context, 'duplicate-listen', pair);
}

/** More listeners than these no one writes into one block. */
const MOST = 1000;

/** What a condition surrounds may be left out. https://httpd.apache.org/docs/2.4/bind.html */
function* ofApache(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { text } = context.facts;
  const listeners = listenersOf(
    context,
    ({ path }) => isWord(path.at(-2), 'listen') && !path.some(key => /^<?(?:if|else|macro)/i.test(`${key}`)),
  );
  const meet = (a: Listener, b: Listener): boolean =>
    meetDualStack(a.address, b.address, true) && areOfOneText(text, a.span, b.span);
  for (const pair of collisionsIn(listeners, meet)) yield finding(context, 'apache-listen', pair);
}

/**
 * HAProxy lets frontends share a socket (SO_REUSEPORT), unless told otherwise. A more exact address goes before a wildcard,
 * and what `[::]` covers depends on options. https://docs.haproxy.org/dev/configuration.html#noreuseport
 */
function* ofHaproxy(context: RuleContext): Iterable<RawFinding<BesideMessage>> {
  const { facts } = context;
  // Conditions, and processes that each have listeners of their own.
  if (/^\s*(?:\.if\b|nbproc\b|disabled\b)/m.test(facts.text)) return;
  const listeners = listenersOf(
    context,
    ({ path, token }) => path.at(-2) === 'bind' && !isPartial(facts.text, token),
  ).filter(({ block }) => block);
  const meet = (a: Listener, b: Listener): boolean =>
    a.block !== b.block && isSameSocket(a.address, b.address) && areOfOneText(facts.text, a.span, b.span);
  const isRefused = /^\s*noreuseport\b/m.test(facts.text);
  for (const pair of collisionsIn(listeners, meet)) {
    const other = frontendName(facts.text, pair[1].block);
    yield {
      ...finding(context, isRefused ? 'refused-bind' : 'shared-bind', pair, other),
      severity: isRefused ? 'error' : 'warning',
    };
  }
}

/** Options that bind for a part of the machine only. */
function isPartial(text: string, { end }: Span): boolean {
  const line = text.slice(end, end + 500).split('\n', 1)[0] ?? '';
  return /\s(?:process|thread|interface|namespace)\s/.test(line);
}

function frontendName(text: string, block: Span | undefined): string {
  const before = text.slice(Math.max(0, (block?.start ?? 0) - 300), block?.start);
  return /(?:^|\n)[ \t]*(?:frontend|listen)[ \t]+([^\s#]+)[^\n]*\s*$/.exec(before)?.[1] ?? 'Another frontend';
}

function listenersOf(
  { facts, workspace }: RuleContext,
  isMeant: (occurrence: PortOccurrence) => boolean,
): readonly Listener[] {
  const blocks = facts.serverBlocks ?? [];
  let next = 0;
  return facts.occurrences.flatMap(occurrence => {
    const { role, span, binding, protocols } = occurrence;
    if (role !== 'listen' || !isMeant(occurrence)) return [];
    const range: PortRange | undefined = workspace.resolve(facts.path, occurrence).range;
    // Both are in the order of their places.
    while ((blocks[next]?.end ?? Number.POSITIVE_INFINITY) < span.start) next++;
    const block = blocks[next];
    const { address } = binding ?? EVERYWHERE;
    if (!range || range.first === 0) return [];
    return [{ span, range, address, protocols, block: block && block.start <= span.start ? block : undefined }];
  });
}

function finding(
  { facts }: RuleContext,
  message: BesideMessage,
  [here, there]: readonly [Listener, Listener],
  other = '',
): RawFinding<BesideMessage> {
  return {
    at: { path: facts.path, span: here.span },
    message,
    data: { port: showRange(here.range), other },
    related: [{ path: facts.path, span: there.span, message: 'taken-here', data: { port: showRange(there.range) } }],
  };
}

function isWord(key: string | number | undefined, word: string): boolean {
  return typeof key === 'string' && key.toLowerCase() === word;
}
