/**
 * Characters of a file that could steer a terminal, reorder what stands around them, or stand for nothing: C0, DEL, C1,
 * marks of direction, separators of lines, and halves of surrogate pairs. For `replace` only, as it is global.
 */
export const UNPRINTABLE: RegExp =
  /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
