import { type Mapped, slice } from '../../text/mapped.ts';

/** `PORT=80` as an item of a list: a variable, whatever the list is called. */
export function assignedIn(text: Mapped): { readonly name: string; readonly value: Mapped } | undefined {
  const name = /^[A-Z][A-Z\d_]{1,80}(?==)/.exec(text.text)?.[0];
  if (name === undefined) return undefined;
  const value = slice(text, name.length + 1, text.text.length);
  const isQuoted = /^'[^']*'$|^"[^"]*"$/.test(value.text);
  return { name, value: isQuoted ? slice(value, 1, value.text.length - 1) : value };
}
