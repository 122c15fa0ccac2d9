/** Formats of programs whose work is to dial others: what they get wrong is `proxy-port-mismatch`. */
export const PROXIES: ReadonlySet<string> = new Set([
  'nginx',
  'caddy',
  'caddy-json',
  'haproxy',
  'envoy',
  'traefik',
  'apache',
]);
