import type { IsoDate } from '../entry.ts';

/** `2026-08-17` or `2004-11`; undefined for any other text. */
export function isoDate(text: string): IsoDate | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(text) ? (text as IsoDate) : undefined;
}
