import { readKeyed } from '../../ports/read/setting.ts';
import { settingKind, settingWords } from '../../ports/read/settingName.ts';
import type { Node, Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { setting } from '../values/setting.ts';

const SETTING = setting();

/** What stands under a key of a ConfigMap: a file of that name where it has several lines, else a setting. */
export function dataFile(): Reader {
  return {
    what: 'file of that name, or a setting by the words of its key',
    read(node, at) {
      const key = at.keys.at(-1) ?? '';
      for (const scalar of scalars(node)) {
        const isBlock = scalar.style === 'literal' || scalar.style === 'folded';
        if (!isBlock && !scalar.text.includes('\n') && !FILE.test(key)) SETTING.read(scalar, at);
        else if (key !== EXAMPLE) at.embed(fileName(key, scalar.text), at.text(scalar));
      }
    },
  };
}

/** Of Knative's own settings: all that could be set, with words about it. */
const EXAMPLE = '_example';

const FILE =
  /\.(?:ya?ml|json|conf|cnf|cfg|config|ini|toml|properties|xml|env|sh|hcl|lua|js|py|rb|php|sql|tpl|cue|kdl|vcl|rules|service|template|tmpl|ctmpl|j2)$/i;

/** A key without an ending (`config`, `run`) says less than its text. */
export function fileName(key: string, text: string): string {
  if (FILE.test(key) || /(?:^|[._-])(?:Dockerfile|Caddyfile|Corefile|Procfile|Jenkinsfile)/i.test(key)) return key;
  const first = FIRST_LINE.exec(text.slice(0, LOOK))?.[1] ?? '';
  const ending = LOOKS.find(({ like }) => like.test(first))?.ending;
  return ending === undefined ? key : `${key}.${ending}`;
}

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

/** What no place names: a block of text is mostly a file for some program, and all else a setting. */
export function settingOrFile(): Reader {
  return {
    what: 'by the words of its key; blocks of text as files',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const key = at.keys.at(-1) ?? '';
        const name = scalar.style === 'literal' && !NO_FILE.test(key) ? fileName(key, scalar.text) : key;
        if (name !== key || (scalar.style === 'literal' && FILE.test(key))) at.embed(name, at.text(scalar));
        else if (!readNamed(scalar, at)) SETTING.read(scalar, at);
      }
    },
  };
}

/** `containerPort: {http: 8080}`, `containerPorts: {otlp: {grpc: 4317, http: 4318}}`: the name of a port as a key. */
function readNamed(scalar: Scalar, at: At): boolean {
  const { keys, path } = at;
  if (!/^(?:\d{1,5}|\$+)$/.test(scalar.text) || typeof path.at(-1) === 'number') return false;
  const depth = isPorts(keys.at(-2)) ? 2 : isPorts(keys.at(-3)) ? 3 : 0;
  if (depth === 0 || !areNumbers(at.parents.at(-1)) || settingKind(settingWords(keys.at(-1) ?? '')) !== 'other')
    return false;
  const ports = readKeyed([...keys.slice(0, -depth), keys.slice(-depth).join('.')], at.text(scalar));
  for (const port of ports) at.add(port, scalar.inner);
  return ports.length > 0;
}

function isPorts(key: string | undefined): boolean {
  const last = key === undefined ? undefined : settingWords(key).at(-1);
  return last === 'port' || last === 'ports';
}

function areNumbers(node: Node | undefined): boolean {
  return (
    node?.kind === 'map' && node.entries.every(({ value }) => value?.kind === 'scalar' && /^\d*$/.test(value.text))
  );
}

/** Texts for people and lines for a shell. */
const NO_FILE = /description|message|notes?$|summary|docs?$|readme|comment|help|title|script|command|args|expr/i;

/** What a template puts into a Secret: `{{ printf "redis://%s:6379" .Release.Name | b64enc }}`. The rest is base64. */
export function templatedSecret(): Reader {
  return {
    what: 'template, by the words of its key',
    read(node, at) {
      for (const scalar of scalars(node)) if (scalar.text.includes('$')) SETTING.read(scalar, at);
    },
  };
}
