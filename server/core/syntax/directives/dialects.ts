import type { CommentStyle, DirectiveDialect } from './dialect.ts';

const NONE: ReadonlySet<string> = new Set();
const HASH: CommentStyle = { open: '#', at: 'word' };
const HASH_FIRST: CommentStyle = { open: '#', at: 'start' };
const SEMICOLON: CommentStyle = { open: ';', at: 'word' };
const SLASHES: CommentStyle = { open: '//', at: 'word' };
const STARS: CommentStyle = { open: '/*', close: '*/', at: 'word' };
const QUOTED = { '"': '"', "'": "'", '\\': '\\' } as const;

/** One directive a line, its words separated by blanks: Squid, NTP, Tor, SNMP and most of the small daemons. */
export const LINES: DirectiveDialect = {
  ends: 'line',
  braces: 'none',
  goesOn: false,
  comments: [HASH],
  quotes: '"\'',
  quotesInside: true,
  longQuotes: false,
  escapes: QUOTED,
  escapesOutside: false,
  continued: true,
  assign: [],
  tags: false,
  rawTags: NONE,
  sections: NONE,
  code: [],
  addresses: false,
  heredocs: false,
};

/** https://redis.io/docs/latest/operate/oss_and_stack/management/config/ */
export const REDIS: DirectiveDialect = { ...LINES, comments: [HASH_FIRST], continued: false };

/** https://mosquitto.org/man/mosquitto-conf-5.html */
export const MOSQUITTO: DirectiveDialect = { ...REDIS, quotes: '' };

/** `Port 22` and `Port=22`. https://man.openbsd.org/sshd_config */
export const SSH: DirectiveDialect = { ...LINES, quotes: '"', quotesInside: false, continued: false, assign: ['='] };

/** https://openvpn.net/community-docs/community-articles/openvpn-2-6-manual.html#inline-file-support */
export const OPENVPN: DirectiveDialect = {
  ...LINES,
  comments: [HASH, SEMICOLON],
  escapesOutside: true,
  continued: false,
  tags: true,
  rawTags: new Set(
    'ca cert dh extra-certs key pkcs12 secret crl-verify http-proxy-user-pass tls-auth auth-gen-token-secret peer-fingerprint tls-crypt tls-crypt-v2 auth-user-pass'.split(
      ' ',
    ),
  ),
};

/** The clauses are lines too, and hold what follows them. https://nlnetlabs.nl/documentation/unbound/unbound.conf/ */
export const UNBOUND: DirectiveDialect = {
  ...LINES,
  continued: false,
  assign: [':'],
  sections: new Set(
    'server remote-control stub-zone forward-zone auth-zone view python dynlib dnscrypt cachedb dnstap ipset rpz'.split(
      ' ',
    ),
  ),
};

/** https://nginx.org/en/docs/beginners_guide.html#conf_structure */
export const NGINX: DirectiveDialect = {
  ...LINES,
  ends: 'semicolon',
  braces: 'anywhere',
  quotesInside: false,
  longQuotes: true,
  escapes: { ...QUOTED, t: '\t', n: '\n', r: '\r' },
  escapesOutside: true,
  continued: false,
  code: ['_by_lua_block'],
};

/** A block is followed by more words or a semicolon. https://bind9.readthedocs.io/en/latest/reference.html */
export const BIND: DirectiveDialect = {
  ...NGINX,
  goesOn: true,
  comments: [HASH, SLASHES, STARS],
  quotes: '"',
  escapesOutside: false,
  code: [],
};

/** https://varnish-cache.org/docs/trunk/reference/vcl.html */
export const VCL: DirectiveDialect = {
  ...NGINX,
  comments: [HASH, SLASHES, STARS],
  quotes: '"',
  longQuotes: false,
  quotesInside: true,
  escapes: {},
  escapesOutside: false,
  assign: ['='],
  code: [],
};

/** https://httpd.apache.org/docs/2.4/configuring.html#syntax */
export const APACHE: DirectiveDialect = {
  ...LINES,
  comments: [HASH_FIRST],
  quotesInside: false,
  tags: true,
};

/** https://docs.fluentd.org/configuration/config-file */
export const FLUENTD: DirectiveDialect = { ...APACHE, comments: [HASH], continued: false };

/** https://docs.haproxy.org/dev/configuration.html#2 */
export const HAPROXY: DirectiveDialect = {
  ...LINES,
  escapes: { ...QUOTED, ' ': ' ', '#': '#', $: '$', n: '\n', r: '\r', t: '\t' },
  escapesOutside: true,
  continued: false,
  sections: new Set(
    'global defaults frontend backend listen peers resolvers userlist mailers cache program http-errors ring log-forward log-profile fcgi-app crt-store acme traces'.split(
      ' ',
    ),
  ),
};

/** Corefiles too. https://caddyserver.com/docs/caddyfile/concepts and https://coredns.io/manual/toc/#configuration */
export const CADDY: DirectiveDialect = {
  ...LINES,
  braces: 'word',
  quotes: '"`',
  quotesInside: false,
  longQuotes: true,
  escapes: { '"': '"' },
  addresses: true,
  heredocs: true,
};

/** FreeRADIUS and strongSwan too. https://doc.dovecot.org/latest/core/config/guide.html */
export const DOVECOT: DirectiveDialect = {
  ...LINES,
  braces: 'word',
  quotesInside: false,
  assign: ['=', ':=', '+=', '==', '!='],
};

/** https://www.keepalived.org/manpage.html */
export const KEEPALIVED: DirectiveDialect = {
  ...LINES,
  braces: 'word',
  comments: [HASH, { open: '!', at: 'word' }],
  continued: false,
};
