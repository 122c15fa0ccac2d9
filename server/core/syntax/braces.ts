import { bracedText } from './bracedText.ts';
import { BraceCursor } from './braces/braceCursor.ts';
import type { BraceDialect } from './braces/braceDialect.ts';
import { readFields } from './braces/fields.ts';
import type { Tree } from './tree.ts';

/** Files of keys and values with braces around maps: HOCON, NATS, Logstash, libconfig. */
export function readBraces(text: string, dialect: BraceDialect): Tree {
  return bracedText(new BraceCursor(text, dialect), readFields);
}
