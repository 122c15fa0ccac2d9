/** The words of a purpose that tell one from another: `https` and `HTTP over TLS` are both http. */
export function purposeWords(purpose: string): ReadonlySet<string> {
  const words = purpose.toLowerCase().split(/[^a-z0-9+]+/);
  return new Set(words.map(word => PLAIN.get(word) ?? word).filter(word => word.length > 1 && !COMMON.has(word)));
}

export function isEncrypted(purpose: string): boolean {
  return /\b(?:d?tls|ssl|https|wss|amqps|mqtts|ldaps|imaps|pop3s|smtps|ftps|secure|encrypted)\b/i.test(purpose);
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

const COMMON: ReadonlySet<string> = new Set(
  'a an and api app application as at between by client clients connection connections connector console default endpoint for from gui http in interface internal is its listener main network of on or other over own port ports protocol public secure encrypted server servers service site ssl that the through tls to traffic ui user users via web wire with'.split(
    ' ',
  ),
);

/** True where the words are not only such as software of all kinds has: `metrics`, `REST`. */
export function tellsSomething(words: ReadonlySet<string>): boolean {
  return [...words].some(word => !SILENT.has(word));
}

const SILENT: ReadonlySet<string> = new Set(
  'admin administration cluster dashboard editor grpc health management metrics node nodes query rest status transport'.split(
    ' ',
  ),
);
