import { goActions } from '../../syntax/goTemplate.ts';
import type { MapNode } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/**
 * True where an action of a template may give a container more ports than stand there. Both branches of a condition are
 * read, so only what an action itself puts in matters: lines as far in as the container's keys, or below `ports`.
 */
export function mayAddPorts(source: string, container: MapNode, { start, end }: Span): boolean {
  const depth = columnOf(source, container.span.start);
  const region = source.slice(start, endOf(source, container.span.end, end, depth));
  if (/\{%|<%/.test(region)) return true;
  const ports = container.entries.find(({ key }) => key.text === 'ports');
  if (ports?.value && ports.value.kind !== 'list') return true;
  return goActions(region).some(action => {
    const at = start + action.start;
    if (action.isStatement || source.slice(lineStart(source, at), at).trim() !== '') return false;
    const written = /\bn?indent\s+(\d+)/.exec(region.slice(action.start, action.end))?.[1];
    const above = container.entries.findLast(({ key }) => key.span.start < at);
    // Further out, it puts in another container, or a key of the pod.
    return (
      written === undefined || Number(written) === depth || (Number(written) > depth && above?.key.text === 'ports')
    );
  });
}

/** Where the container ends for certain: at the first line behind it that stands further out and is no action. */
function endOf(source: string, from: number, end: number, depth: number): number {
  for (let at = source.indexOf('\n', from) + 1; at > 0 && at < end; at = source.indexOf('\n', at) + 1) {
    const [blanks = '', first] = /^([ \t]*)(\S\S?)?/.exec(source.slice(at, at + 200)) ?? [];
    if (first !== undefined && first !== '{{' && !first.startsWith('#') && blanks.length < depth) return at;
  }
  return end;
}

function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

function columnOf(source: string, at: number): number {
  return at - lineStart(source, at);
}
