import type { DocumentFacts } from '../../facts/document.ts';
import type { Stage } from '../../facts/stage.ts';
import type { Span } from '../../text/span.ts';

/** `127.0.0.1` of `--host 127.0.0.1` in the last command of a stage; of a server whose port stands elsewhere. */
export function loopbackHostOf({ text }: DocumentFacts, { span }: Stage): Span | undefined {
  const commands = [...text.slice(span.start, span.end).matchAll(COMMAND)];
  const last = commands.at(-1);
  return last && loopbackHost(text, { start: span.start + last.index, end: span.start + last.index + last[0].length });
}

/** The same in a command line that stands in a span. */
export function loopbackHost(text: string, { start, end }: Span): Span | undefined {
  const command = text.slice(start, end);
  // Beside several programs one may be in front, and clients have such an option too.
  if (/[&;|]|\$\{|(?:psql|mysql|mongo|redis|rabbitmq|curl|wait|proxy|socat|ssh)/.test(command)) return undefined;
  const [only, ...others] = [...command.matchAll(HOST)];
  const address = only?.groups?.address;
  if (address === undefined || only === undefined || others.length > 0) return undefined;
  const at = start + only.index + only[0].length - address.length;
  return { start: at, end: at + address.length };
}

const COMMAND = /^[ \t]*(?:CMD|ENTRYPOINT)[ \t](?:[^\n\\]|\\\r?\n|\\.)*/gim;

const HOST =
  /(?:^|[\s"'])(?:--(?:host|bind|hostname|http\.host|server\.address)|-b|-Dquarkus\.http\.host)(?:=|["']?[\s,-]+["']?)(?<address>127\.0\.0\.1|localhost)(?=["'\s,\]]|$)/g;
