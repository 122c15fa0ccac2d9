import { readKeyed } from '../../ports/read/setting.ts';
import { settingKind, settingWords } from '../../ports/read/settingName.ts';
import type { Node, Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';
import { setting } from '../values/setting.ts';
import { fileName, isFileName } from './fileName.ts';

const SETTING = setting();

/** What no place names: a block of text is mostly a file for some program, and all else a setting. */
export function settingOrFile(): Reader {
  return {
    what: 'by the words of its key; blocks of text as files',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const key = at.keys.at(-1) ?? '';
        const name = scalar.style === 'literal' && !NO_FILE.test(key) ? fileName(key, scalar.text) : key;
        if (name !== key || (scalar.style === 'literal' && isFileName(key))) at.embed(name, at.text(scalar));
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
  const ports = readKeyed([...keys.slice(0, -depth), keys.slice(-depth).join('.')], at.text(scalar), at.words);
  for (const port of ports) at.add(port, scalar.inner);
  return ports.length > 0;
}

function isPorts(key: string | undefined): boolean {
  const last = key === undefined ? undefined : settingWords(key).at(-1);
  return last === 'port' || last === 'ports';
}

function areNumbers(node: Node | undefined): boolean {
  return (
    node?.kind === 'map' &&
    node.entries.length <= MOST &&
    node.entries.every(({ value }) => value?.kind === 'scalar' && /^\d*$/.test(value.text))
  );
}

/** A longer map holds no names of ports. */
const MOST = 100;

/** Texts for people and lines for a shell. */
const NO_FILE = /description|message|notes?$|summary|docs?$|readme|comment|help|title|script|command|args|expr/i;
