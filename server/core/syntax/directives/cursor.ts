import { TextCursor } from '../textCursor.ts';
import type { DirectiveDialect } from './dialect.ts';

export class Cursor extends TextCursor {
  readonly dialect: DirectiveDialect;
  /** Texts of several lines that did not end. Looking on for each of many would take too long. */
  unclosed = 0;

  constructor(text: string, dialect: DirectiveDialect) {
    super(text);
    this.dialect = dialect;
  }
}
