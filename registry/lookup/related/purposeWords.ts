/** The words of a purpose that tell one from another: `https` and `HTTP over TLS` are both http. */
export function purposeWords(purpose: string): ReadonlySet<string> {
  const words = purpose.toLowerCase().split(/[^a-z0-9+]+/);
  return new Set(words.map(word => PLAIN[word] ?? word).filter(word => word.length > 1 && !COMMON.has(word)));
}

export function isEncrypted(purpose: string): boolean {
  return /\b(?:d?tls|ssl|https|wss|amqps|mqtts|ldaps|imaps|pop3s|smtps|ftps|secure|encrypted)\b/i.test(purpose);
}

const PLAIN: Readonly<Record<string, string>> = {
  https: 'http',
  wss: 'websocket',
  ws: 'websocket',
  amqps: 'amqp',
  mqtts: 'mqtt',
  ldaps: 'ldap',
  imaps: 'imap',
  pop3s: 'pop3',
  smtps: 'smtp',
  ftps: 'ftp',
};

const COMMON: ReadonlySet<string> = new Set(
  'a an and api app application as at by client clients connection connections console default endpoint for from gui http in interface internal is its listener main network of on or other over own port ports protocol public secure encrypted server service site ssl that the through tls to traffic ui user users via web wire with'.split(
    ' ',
  ),
);
