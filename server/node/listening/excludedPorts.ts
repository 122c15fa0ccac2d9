/**
 * What Windows keeps for Hyper-V and others: nothing listens there, and nobody can. From `netsh interface ipv4 show
 * excludedportrange`, whose headings are in the user's language: `50000 50059 *`.
 * https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/netsh-interface
 */
export function excludedPorts(text: string): readonly { readonly first: number; readonly last: number }[] {
  return [...text.matchAll(/^[ \t]*(\d{1,5})[ \t]+(\d{1,5})[ \t]*\*?[ \t]*\r?$/gm)].flatMap(([, first, last]) => {
    const range = { first: Number(first), last: Number(last) };
    return range.last <= 65535 ? [range] : [];
  });
}
