import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { EVERYWHERE } from '../../ports/address.ts';
import type { Span } from '../../text/span.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { isAsWritten } from './asWritten.ts';

const HOST_NETWORK = /--net(?:work)?(?:=|[ \t]+)["']?host(?![\w.-])/;

/** `docker run --network host -p 8080:80`, in whatever file a command line may stand. */
export function* discardedOptions({ facts }: RuleContext): Iterable<RawFinding<'run' | 'network'>> {
  if (!HOST_NETWORK.test(facts.text)) return;
  const seen = new Set<number>();
  const targets = new Map(
    facts.occurrences.map(each => [each.mapping?.side === 'target' ? each.mapping.id : -1, each]),
  );
  for (const published of facts.occurrences) {
    const { role, token, mapping } = published;
    if (role !== 'publish' || !mapping || seen.has(token.start)) continue;
    seen.add(token.start);
    const command = ownCommand(facts.text, token);
    const written = facts.text.slice(command.start, command.end);
    const option = HOST_NETWORK.exec(written);
    if (!option || !/\b(?:docker|podman|nerdctl)\b[^\n]*?\b(?:run|create)\b/.test(written)) continue;
    const start = command.start + option.index;
    yield {
      at: { path: facts.path, span: token },
      message: 'run',
      ...(isAsWritten(published, targets.get(mapping.id), published.binding?.address ?? EVERYWHERE.address) && {
        severity: 'info',
      }),
      data: { option: option[0].replace(/["']/g, '') },
      related: [{ path: facts.path, span: { start, end: start + option[0].length }, message: 'network' }],
      fixes: withoutOption(facts, token),
    };
  }
}

/** The longest command line that is looked through, in UTF-16 units to each side. */
const LONGEST = 4000;

/** Up to the ends of its line, the lines that a backslash joins to it, and the operators between commands. */
function ownCommand(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const after = text.slice(end, end + LONGEST);
  const left = [...before.matchAll(/(?:^|[^\\\r\n])\r?\n|[;&|]+/g)].at(-1);
  const right = /(?<!\\)\r?\n|[;&|]|(?<=\s)#/.exec(after);
  return {
    start: start - before.length + (left ? left.index + left[0].length : 0),
    end: end + (right ? right.index : after.length),
  };
}

/** The option with its mapping, and the blank before it. */
function withoutOption(facts: DocumentFacts, token: Span): readonly Fix[] {
  const option = /(?:[ \t]*\\\r?\n)?[ \t]+(?:-p|--publish)(?:=|[ \t]*)(["']?)$/.exec(
    facts.text.slice(Math.max(0, token.start - 40), token.start),
  );
  if (!option) return [];
  const quote = option[1] ?? '';
  if (quote !== '' && facts.text[token.end] !== quote) return [];
  const span = { start: token.start - option[0].length, end: token.end + quote.length };
  return [{ title: 'Remove the mapping', safety: 'suggested', edits: [{ path: facts.path, span, newText: '' }] }];
}
