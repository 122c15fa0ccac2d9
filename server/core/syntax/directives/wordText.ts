import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { MappedBuilder } from '../mappedBuilder.ts';
import type { DirectiveDialect } from './dialect.ts';

/** The value of a word: escapes resolved, and the quotes in the middle removed. Not `whole` where it stood in quotes. */
export function wordText(source: string, span: Span, dialect: DirectiveDialect, whole: boolean): Mapped {
  const builder = new MappedBuilder(source);
  const opens = whole && dialect.quotesInside ? dialect.quotes : '';
  let from = span.start;
  let quote = '';
  for (let at = span.start; at < span.end; at++) {
    const char = source[at] ?? '';
    if (char === '\\' && (quote === '' ? !whole || dialect.escapesOutside : quote !== "'")) {
      const meaning = at + 1 < span.end ? dialect.escapes[source[at + 1] ?? ''] : undefined;
      if (meaning !== undefined) {
        builder.keep(from, at);
        builder.put(meaning, at, at + 2);
        from = at + 2;
      }
      at++;
    } else if (quote === '' ? opens.includes(char) : char === quote) {
      builder.keep(from, at);
      quote = quote === '' ? char : '';
      from = at + 1;
    }
  }
  builder.keep(from, span.end);
  return builder.build(span);
}
