import type { Scalar } from '../../syntax/tree.ts';
import type { At } from '../tree/place.ts';

/** Who takes `22:22` for a number in base 60, and for which: Ruby reads it as hours and minutes, and counts in seconds. */
export type Base60 = 'python' | 'ruby';

/** A mapping that is a number to the program which reads the file. https://yaml.org/type/int.html */
export function reportSexagesimal({ style, text, inner: span }: Scalar, reader: Base60, at: At): void {
  const pattern = reader === 'ruby' ? /^\d{1,5}:[0-5]?\d$/ : /^[1-9]\d{0,4}:[0-5]?\d$/;
  if (style !== 'plain' || !pattern.test(text)) return;
  const [host = 0, container = 0] = text.split(':').map(Number);
  const number = host * 60 + container;
  at.fault({
    rule: 'sexagesimal-port',
    message: 'number',
    span,
    data: { text, number: reader === 'ruby' ? number * 60 : number },
    fix: { title: 'Quote it', span, newText: `"${text}"`, safety: 'safe' },
  });
}
