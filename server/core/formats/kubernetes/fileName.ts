/** A key without an ending (`config`, `run`) says less than its text. */
export function fileName(key: string, text: string): string {
  // Some programs take JSON by the name of JavaScript.
  if (key.endsWith('.js') && /^\s*[{[]/.test(text)) return `${key}on`;
  if (isFileName(key) || /(?:^|[._-])(?:Dockerfile|Caddyfile|Corefile|Procfile|Jenkinsfile)/i.test(key)) return key;
  const first = FIRST_LINE.exec(text.slice(0, LOOK))?.[1] ?? '';
  const ending = LOOKS.find(({ like }) => like.test(first))?.ending;
  return ending === undefined ? key : `${key}.${ending}`;
}

/** True for `redis.conf`. */
export function isFileName(key: string): boolean {
  return FILE.test(key);
}

/** Endings of what programs read. */
const FILE =
  /\.(?:ya?ml|json|conf|cnf|cfg|config|ini|toml|properties|xml|env|sh|hcl|lua|js|py|rb|php|sql|tpl|cue|kdl|vcl|rules|service|template|tmpl|ctmpl|j2)$/i;

/** Comments may be long; what follows more of them than this is not looked at. */
const LOOK = 4000;
const FIRST_LINE = /^(?:[ \t]*(?:#(?!!)[^\n]*|---[ \t]*)?\r?\n)*([^\n]*)/;

const LOOKS: readonly { readonly like: RegExp; readonly ending: string }[] = [
  { like: /^#!/, ending: 'sh' },
  { like: /^\s*[{[]\s*(?:["{[\]}]|$)/, ending: 'json' },
  { like: /^\s*\[[\w.:-]+\]\s*$/, ending: 'ini' },
  { like: /^\s*[\w-]+(?:\s[^;{}]{0,200})?[;{]\s*$/, ending: 'conf' },
  { like: /^\s*<[?!\w]/, ending: 'xml' },
  { like: /^\s*(?:- |["']?[\w./-]+["']?:(?:\s|$))/, ending: 'yaml' },
  { like: /^\s*[\w.-]+\s?=/, ending: 'properties' },
];
