import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodeLanguage, readCode } from '../../server/core/syntax/code.ts';
import { UNKNOWN } from '../../server/core/text/mapped.ts';

/**
 * One literal a line: `names = value`, then `@call` with the index, `<variable` that it is the default of, and ! where
 * it is not plain. Strings stand in quotes, and ? is what nobody knows.
 */
export function show(text: string, language: CodeLanguage): readonly string[] {
  return readCode(text, language).literals.map(literal => {
    const { kind, value, names, call, index, fallbackOf, plain, span } = literal;
    assert.ok(span.start <= value.span.start && value.span.end <= span.end && span.end <= text.length);
    for (const { at, exact, span: part } of value.segments) {
      const length = part.end - part.start;
      if (exact) assert.equal(value.text.slice(at, at + length), text.slice(part.start, part.end));
    }
    const shown = kind === 'string' ? `"${value.text.replaceAll(UNKNOWN, '?')}"` : value.text;
    const place = [call === undefined ? '' : ` @${call}`, index === undefined ? '' : `[${index}]`].join('');
    return `${names.join(' ')} = ${shown}${place}${fallbackOf === undefined ? '' : ` <${fallbackOf}`}${plain ? '' : ' !'}`.trim();
  });
}

export function checkIn(language: CodeLanguage): (text: string, ...expected: readonly string[]) => void {
  return (text, ...expected) => {
    test(`${language}: ${JSON.stringify(text)}`, () => assert.deepEqual(show(text, language), expected));
  };
}
