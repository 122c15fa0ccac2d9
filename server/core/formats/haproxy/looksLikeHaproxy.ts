/** Sections, and the lines that are in nearly each of them. */
export function looksLikeHaproxy(text: string): boolean {
  return SECTION.test(text) && LINES.some(word => text.includes(word));
}

const SECTION = /^(?:frontend|backend|listen|defaults|global|resolvers|peers)\b/m;

const LINES: readonly string[] = [
  '\n    bind ',
  '\n\tbind ',
  '\n  bind ',
  'mode http\n',
  'mode tcp\n',
  'option httplog',
  'option httpchk',
  'default_backend ',
  'balance roundrobin',
  'timeout connect ',
  'use_backend ',
];
