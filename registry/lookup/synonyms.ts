/** Other words under which the same thing stands in names and descriptions. Those that a name begins with need none. */
export function synonymsOf(word: string): readonly string[] {
  return SYNONYMS.get(word) ?? [];
}

const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ad: ['active directory'],
    cache: ['caching', 'in memory'],
    database: ['databases', 'db', 'sql'],
    db: ['database', 'databases'],
    dns: ['domain'],
    email: ['mail', 'smtp', 'imap', 'pop3'],
    es: ['elasticsearch'],
    k8s: ['kubernetes', 'kube'],
    kube: ['kubernetes'],
    mail: ['email', 'smtp', 'imap', 'pop3'],
    mc: ['minecraft'],
    metrics: ['prometheus', 'exporter'],
    mq: ['message', 'messaging'],
    mssql: ['sql server'],
    pg: ['postgresql'],
    pgsql: ['postgresql'],
    psql: ['postgresql'],
    queue: ['messaging', 'broker'],
    rdp: ['remote desktop'],
    secure: ['tls', 'ssl'],
    ssl: ['tls'],
    time: ['ntp'],
    tls: ['ssl'],
    torrent: ['bittorrent'],
    web: ['http'],
    www: ['http'],
  }),
);
