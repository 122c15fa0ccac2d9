/** Where IANA shows its rows of a number. */
export function ianaPage(port: number): string {
  return `https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml?search=${port}`;
}
