/** `3:docs/a.md` is the third beginning (from 0) and the rest; anything else is a whole URL. */
export function expandUrl(text: string, beginnings: readonly string[]): string {
  const [, index, rest = ''] = /^(\d+):(.*)$/.exec(text) ?? [];
  return index === undefined ? text : `${beginnings[Number(index)] ?? ''}${rest}`;
}

/** The inverse of `expandUrl`. */
export function shortenUrl(url: string, beginnings: readonly string[]): string {
  const index = beginnings.indexOf(beginningOf(url));
  return index === -1 ? url : `${index}:${url.slice(beginningOf(url).length)}`;
}

/** What URLs of one place have in common: up to the commit in a repository, else the host. */
export function beginningOf(url: string): string {
  return (
    /^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[^/]+\//.exec(url)?.[0] ?? /^https?:\/\/[^/]+\//.exec(url)?.[0] ?? url
  );
}
