import { type Documents, differences } from './documents.ts';

/** What was made for another moment, usually the one before. */
export interface Before<T> {
  readonly value: T;
  readonly documents: Documents;
  /** The paths of which the two moments know different things. */
  readonly changed: readonly string[];
}

/** Something made of all documents, of which an edit changes little: the next one is made of the last one. */
export function kept<T>(make: (documents: Documents, before: Before<T> | undefined) => T): (documents: Documents) => T {
  let last: { readonly value: T; readonly documents: Documents } | undefined;
  return documents => {
    if (last?.documents === documents) return last.value;
    const value = make(documents, last && { ...last, changed: differences(last.documents, documents) });
    last = { value, documents };
    return value;
  };
}
