import { TextCursor } from '../textCursor.ts';
import type { DirectiveDialect } from './dialect.ts';

/** Where the reader of directives stands, and whose directives they are. */
export class Cursor extends TextCursor {
  readonly dialect: DirectiveDialect;
  /** Texts of several lines that did not end. Looking on for each of many would take too long. */
  unclosed = 0;

  constructor(text: string, dialect: DirectiveDialect) {
    super(text);
    this.dialect = dialect;
  }
}
