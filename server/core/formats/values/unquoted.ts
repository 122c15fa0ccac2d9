import type { Fault } from '../../facts/document.ts';
import type { SyntaxError as TreeError } from '../../syntax/tree.ts';

/**
 * Addresses that YAML refuses without quotes: `- [::1]:80:80` and `address: [::]:80` open a list, `- *:80` names an anchor.
 * https://yaml.org/spec/1.2.2/#alias-nodes
 */
export function unquotedFaults(text: string, errors: readonly TreeError[]): readonly Fault[] {
  return errors.flatMap(({ span: { start } }): Fault[] => {
    const written = ADDRESS.exec(text.slice(start, start + LONGEST))?.[0];
    // A line may have an error at each of its words, so that only what is near is looked at.
    const before = text.slice(Math.max(0, start - NEAR), start);
    if (written === undefined || !VALUE.test(before)) return [];
    const span = { start, end: start + written.length };
    return [
      {
        rule: 'malformed-port',
        message: written.startsWith('*') ? 'alias' : 'unquoted',
        span,
        data: { text: written },
        fix: { title: 'Quote it', span, newText: `"${written}"`, safety: 'safe' },
        path: [],
      },
    ];
  });
}

/** An address or `*`, then ports that colons set off. */
const ADDRESS = /^(?:\[[0-9a-fA-F:.%]+\]|\*)(?::[0-9-]*)*:[0-9-]+(?:\/\w+)?/;

/** An item of a list, or what a key has, on its own line. */
const VALUE = /(?:^|\n)[ \t]{0,100}(?:-[ \t]{1,9}|(?:-[ \t]{1,9})?[\w.-]{1,60}:[ \t]{1,9})$/;

/** In characters: no address is longer, and a value begins nearer to the start of its line. */
const LONGEST = 200;
const NEAR = 200;
