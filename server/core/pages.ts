/** Where the public pages stand: the repository, and with it the page of each rule. */
export const PAGES = 'https://github.com/portolan/portolan';

export function rulePage(id: string): string {
  return `${PAGES}/blob/main/docs/rules/${id}.md`;
}
