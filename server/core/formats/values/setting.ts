import type { Confidence } from '../../ports/occurrence.ts';
import { readCommandLine, readOptions } from '../../ports/read/commandLine.ts';
import { readKeyed, readSetting } from '../../ports/read/setting.ts';
import { settingKind, settingWords } from '../../ports/read/settingName.ts';
import type { Scalar } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { assignedIn } from './assigned.ts';
import { keySet } from './keySet.ts';
import { mayHoldPort } from './mayHoldPort.ts';
import { scalars } from './scalars.ts';

/**
 * Reads a value by the words of its key: `http_port: 8080`, `redis.url = redis://cache:6379`, `listen: ":80"`. This is
 * also how every value is read that no format names.
 */
export function setting({ confidence }: SettingOptions = {}): Reader {
  return {
    what: 'by the words of its key',
    read(node, at) {
      for (const scalar of scalars(node)) readByKey(scalar, at, confidence);
    },
  };
}

/** How sure the words of a key are. */
export interface SettingOptions {
  /** Instead of the one that the key and the form of the value give: nothing is sure in a file of no known format. */
  readonly confidence?: Confidence;
}

function readByKey(scalar: Scalar, at: At, confidence: Confidence | undefined): void {
  if (!mayHoldPort(scalar)) return;
  const keys = isBehindHost(scalar, at) ? [...at.keys, 'port'] : namesOf(at);
  const own = keys.at(-1) ?? '';
  const text = at.text(scalar);
  // Of a sentence nobody knows whether it sets anything, unless the format knows the key.
  if (confidence === 'guess' && isSentence(text.text)) return;
  if (isForPeople(own)) return;
  const assigned = typeof at.path.at(-1) === 'number' ? assignedIn(text) : undefined;
  if (assigned) {
    for (const port of readSetting(assigned.name, assigned.value, at.words))
      at.add(confidence ? { ...port, confidence } : port, assigned.value.span);
    return;
  }
  const options = readOptions(own, text);
  const commands = options.length === 0 && COMMANDS.has(own.toLowerCase()) ? readCommandLine(text) : options;
  for (const port of commands) at.addCommand(confidence ? { ...port, confidence } : port);
  if (commands.length > 0) return;
  for (const port of readKeyed(keys, text, at.words)) at.add(confidence ? { ...port, confidence } : port, scalar.inner);
}

/** Most keys are of one word, which needs no splitting. */
function isForPeople(key: string): boolean {
  return /^[a-z]+$/.test(key) ? PROSE.has(key) : settingWords(key).some(word => PROSE.has(word));
}

function isSentence(text: string): boolean {
  if (text.includes('=')) return false;
  const words = text.slice(0, 300).split(' ');
  return words.length >= 6 && words.filter(word => /^[a-z]+[,.:]?$/.test(word)).length >= 4;
}

/** `servers: ["10.0.0.5", 5432, "primary"]`: the second item is the port of the first. */
function isBehindHost(scalar: Scalar, { parents, path, keys }: At): boolean {
  const list = parents.at(-1);
  if (list?.kind !== 'list' || path.at(-1) !== 1 || list.items[1] !== scalar || !/^\d{2,5}$/.test(scalar.text))
    return false;
  const [host] = list.items;
  const isHost = host?.kind === 'scalar' && /^(?=.*[a-z.])[\w.-]{1,253}$/i.test(host.text);
  return isHost && settingKind(settingWords(keys.at(-1) ?? '')) === 'address';
}

/** `{name: PORT, value: 8080}` and `port: {default: 8080}`: the name stands beside the value or around it. */
function namesOf(at: At): readonly string[] {
  const { keys } = at;
  const own = keys.at(-1)?.toLowerCase() ?? '';
  if (!VALUES.has(own)) return keys;
  const name = at.sibling('name', 'Name', 'key', 'Key', '@name', '@key', 'id', 'param-name', 'envKey');
  return name ? [...keys.slice(0, -1), name.text] : keys.slice(0, -1);
}

const VALUES: ReadonlySet<string> = new Set([
  'value',
  'default',
  'defaultvalue',
  '@value',
  '@default',
  '#text',
  'param-value',
]);

/** Texts for people name ports that nothing opens. */
const PROSE: ReadonlySet<string> = keySet(
  'description summary message title comment comments note notes help label text doc docs documentation p li code pre td th span div',
);

const COMMANDS: ReadonlySet<string> = keySet(
  'command cmd run script scripts entrypoint exec start serve args before_script after_script',
);
