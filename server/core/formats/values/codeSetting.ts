import { readCommandLine, readOptions } from '../../ports/read/commandLine.ts';
import { readKeyed, readSetting } from '../../ports/read/setting.ts';
import { roleByName, type SettingKind, settingKind, settingWords } from '../../ports/read/settingName.ts';
import { faultOf } from '../../ports/value.ts';
import type { Scalar } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { assignedIn } from './assigned.ts';
import { keySet } from './keySet.ts';
import { mayHoldPort } from './mayHoldPort.ts';
import { scalars } from './scalars.ts';

/** Keys that mean something else than the words of a name. */
export interface CodeSettingOptions {
  /** Keys whose text is a command line: `webServer: { command: 'npm start -- --port 3000' }`. */
  readonly commands?: ReadonlySet<string>;
  /** Names that say of what is below them that it is no setting. */
  readonly silent?: ReadonlySet<string>;
}

/**
 * A number or string of a program (`codeTree`), by what names it: its key, the variable whose default it is, or the first
 * argument of the call that it is the second one of: `config.get('port', 3000)`.
 */
export function codeSetting({ commands = COMMANDS, silent = SILENT }: CodeSettingOptions = {}): Reader {
  return {
    what: 'by the words of its name, its variable or its key',
    read(node, at) {
      for (const scalar of scalars(node)) readLiteral(scalar, at, commands, silent);
    },
  };
}

function readLiteral(scalar: Scalar, at: At, commands: ReadonlySet<string>, silent: ReadonlySet<string>): void {
  if (!mayHoldPort(scalar)) return;
  const names = at.keys.filter(key => !isIndex(key));
  if (names.length === 0 || names.some(name => silent.has(lastPart(name).toLowerCase()))) return;
  const own = names.at(-1) ?? '';
  if (isRadix(own, at)) return;
  const text = at.text(scalar);
  if (commands.has(own)) {
    for (const port of readCommandLine(text)) at.addCommand(port);
    return;
  }
  const assigned = assignedIn(text);
  if (assigned) {
    for (const port of readSetting(assigned.name, assigned.value, at.words)) at.add(port, assigned.value.span);
    return;
  }
  const options = readOptions(own, text);
  for (const port of options) at.addCommand(port);
  if (options.length > 0) return;
  const keys = namesOf(scalar, names, at);
  const words = settingWords(keys.at(-1) ?? '');
  if (isSentence(text) && settingKind(words) === 'other' && !words.includes('policy')) return;
  for (const port of readKeyed(keys, text, at.words))
    if (!faultOf(port.value) || !isBehindItem(scalar, own, at)) at.add(port, scalar.inner);
}

/** `("tools", 65536)`: any number may stand behind another item, but for one behind an address of this machine. */
function isBehindItem(scalar: Scalar, own: string, at: At): boolean {
  if (scalar.style !== 'plain' || isLookup(own)) return false;
  const before = textBefore(scalar, at);
  return before === undefined ? Number(at.keys.at(-1)) > 0 : !HERE.test(before);
}

/** `parseInt(process.env.PORT ?? '3000', 10)` */
function isRadix(own: string, at: At): boolean {
  return at.keys.at(-1) === '1' && /^(?:parseInt|int)$/.test(lastPart(own));
}

/** The names with the one as the last that tells most. */
function namesOf(scalar: Scalar, names: readonly string[], at: At): readonly string[] {
  const index = at.keys.at(-1) ?? '';
  const own = names.at(-1) ?? '';
  const host = scalar.style === 'plain' ? textBefore(scalar, at) : undefined;
  if (isPortOf(host, names.slice(-2))) return [...names, host === '' || HERE.test(host ?? '') ? 'port' : 'remote_port'];
  if (scalar.style === 'plain' && index === '0' && DIALS.has(lastPart(own))) return [...names, 'remote_port'];
  const isValue = VALUES.has(own.toLowerCase());
  const isArgument = isIndex(index) && index !== '0';
  const args = isValue || isArgument ? ['0', '1'].map(place => at.sibling(place)?.text) : [];
  const outer = isValue || (isIndex(index) && isLookup(own)) ? names.at(-2) : undefined;
  const outermost = isValue ? names.at(-3) : undefined;
  const variable = scalar.mapped.segments[0]?.variables?.[0]?.name;
  const candidates = [variable, ...args, own, outer, outermost].filter(name => name !== undefined);
  const telling =
    candidates.find(name => kindOf(name) === 'port') ?? candidates.find(name => kindOf(name) !== 'other') ?? own;
  return telling === own ? [...names.slice(0, -1), lastPart(own)] : [...names, telling];
}

/** Of `address_port.split`, the last part tells what is done with the others. */
function kindOf(name: string): SettingKind {
  return settingKind(settingWords(lastPart(name)));
}

/** Calls that take the port first. */
const DIALS: ReadonlySet<string> = new Set(['connect', 'createConnection', 'createClient']);

/** `("redis", 6379)`, `bind(("", 8080))`: a host, and behind it the port. */
function isPortOf(host: string | undefined, names: readonly string[]): boolean {
  if (host === undefined || isLookup(names.at(-1) ?? '')) return false;
  if (HERE.test(host)) return true;
  if (!/^(?:[a-z][\w.-]*)?$/i.test(host)) return false;
  const kind = kindOf(names.at(-1) ?? '');
  return kind === 'address' || kind === 'open' || roleByName(names.flatMap(settingWords)) === 'connect';
}

/** The string that stands just before a number, as an item or argument beside it. */
function textBefore(number: Scalar, at: At): string | undefined {
  const map = at.parents.at(-1);
  if (number.text.length < 2 || map?.kind !== 'map' || map.entries.length > MOST) return undefined;
  const place = map.entries.findIndex(({ value }) => value === number);
  const before = map.entries[place - 1];
  const isBeside =
    before !== undefined && (isIndex(before.key.text) || before.key.text === map.entries[place]?.key.text);
  return isBeside && before.value?.kind === 'scalar' && before.value.style !== 'plain' ? before.value.text : undefined;
}

/** A longer list is no address. */
const MOST = 50;

const HERE = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1?)$/;

/** Keys that say of what they hold only that it is a value. */
const VALUES: ReadonlySet<string> = new Set(['default', 'value', 'default_value', 'defaultvalue', 'initial']);

/** A call that gives what it is given, or what a variable holds: `config.get`, `parseInt`, `_env_int`. */
function isLookup(name: string): boolean {
  return settingWords(lastPart(name)).some(word => LOOKUP.has(word));
}

const LOOKUP = keySet(
  'get getenv env environ envint int integer num number parse config default fetch str string cast setting',
);

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

/** `log` of `console.log`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Three words or more; a list of addresses has no letters between blanks. */
function isSentence({ text }: Mapped): boolean {
  return /[A-Za-z,.!?]\s+\S+\s/.test(text.slice(0, 400));
}

const COMMANDS = keySet('command cmd exec script run args execStart');

/** What is said to people, compared, or measured. */
const SILENT = keySet(
  `log warn error info debug print println printf puts raise throw describe it test expect assert assertequals help
  description message title label docs doc copyright comment comments placeholder testid styles theme write-host write-output write-error
  write-warning write-verbose write-information write-debug`,
);
