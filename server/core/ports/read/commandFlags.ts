import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { isLoopback, readAddress } from '../address.ts';
import { type CommandPort, fromNetwork, inContainer, protocolOf, readPlace, readPublish } from './commandValue.ts';
import { readDsn } from './dsn.ts';
import { readPort } from './port.ts';
import type { FlagKind } from './programs/program.ts';
import { type KnownProgram, WELL_KNOWN_FLAGS } from './programs.ts';
import { readSetting } from './setting.ts';
import { readUrls } from './url.ts';

export interface GivenFlag {
  readonly kind: FlagKind;
  readonly value: Mapped;
  /** How many words it took: 2 where the value is a word of its own. */
  readonly used: number;
}

/** A flag that the program's row lists: `--port 80`, `--port=80`, `-p 80`, `-p80`, `-itp 80`. */
export function matchFlag(known: KnownProgram, word: Mapped, next: Mapped | undefined): GivenFlag | undefined {
  const { text } = word;
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const flag = known.flags.get(name);
  if (flag && equals >= 0) return { kind: flag.kind, value: slice(word, equals + 1, text.length), used: 1 };
  if (flag && !flag.attached) return withNext(flag.kind, next);
  return /^-[A-Za-z0-9]/.test(text) ? matchLetters(known, word, next) : undefined;
}

function withNext(kind: FlagKind, next: Mapped | undefined): GivenFlag | undefined {
  // `vite --host --port 80`: a flag in place of a value says that the value was left out.
  if (!next || /^--?[A-Za-z]/.test(next.text)) return undefined;
  return { kind, value: next, used: 2 };
}

/** The first letter that takes a value has the rest of the word for it, as in `getopt`. */
function matchLetters(known: KnownProgram, word: Mapped, next: Mapped | undefined): GivenFlag | undefined {
  const { text } = word;
  if (/^-D[\w.]/.test(text) && text.includes('=')) return undefined;
  for (let at = 1; at < text.length && /[A-Za-z0-9]/.test(text.charAt(at)); at++) {
    const letter = `-${text.charAt(at)}`;
    const flag = known.flags.get(letter);
    if (flag && !flag.attached) {
      if (at + 1 === text.length) return withNext(flag.kind, next);
      return { kind: flag.kind, value: slice(word, at + (text.charAt(at + 1) === '=' ? 2 : 1), text.length), used: 1 };
    }
    // `-v/data:/data`: a letter that must have a value ends the search.
    if (known.switches && !known.switches.has(letter)) return undefined;
  }
  return undefined;
}

interface OtherFlag {
  readonly ports: readonly CommandPort[];
  readonly used: number;
  /** `--host 0.0.0.0` without a port. */
  readonly host?: Mapped;
}

/** A flag that no row lists is judged by its name, as a setting is: `--http-port 80`, `-listen :80`, `-Dserver.port=80`. */
export function readUnknownFlag(word: Mapped, next: Mapped | undefined): OtherFlag {
  const { text } = word;
  if (DEBUGGER.test(text)) return { ports: readDebugger(word), used: 1 };
  if (EXPORTER.test(text)) return { ports: readExporter(word), used: 1 };
  // Scripts around `docker run` pass its flags on.
  if (next && /^(?:-p|--publish)$/.test(text) && PUBLISHED.test(next.text))
    return { ports: readPublish(next, undefined), used: 2 };
  const mapping = /^(?:-p|--publish)=/.exec(text)?.[0].length;
  if (mapping !== undefined && PUBLISHED.test(text.slice(mapping)))
    return { ports: readPublish(slice(word, mapping, text.length), undefined), used: 1 };
  const [head = '', name = '', equals] = FLAG.exec(text) ?? [];
  if (name.length < 2) return { ports: readWord(word), used: 1 };
  const isAttached = equals !== undefined;
  const value = isAttached ? slice(word, head.length, text.length) : next;
  if (!value || (!isAttached && /^--?[A-Za-z]/.test(value.text))) return { ports: [], used: 1 };
  const role = WELL_KNOWN_FLAGS.get(name);
  const ports = role ? readPlace(value, role) : settings(name, value, isAttached ? word : value);
  const isTaken = isAttached || ports.length === 0 ? 1 : 2;
  if (ports.length > 0 || !HOST.test(name)) return { ports, used: isTaken };
  return { ports, used: isAttached ? 1 : 2, host: value };
}

const PUBLISHED = /^(?:[\d.]{7,15}:)?[\d\uFFFC]{1,5}(?:-\d{1,5})?:[\d\uFFFC]{1,5}(?:-\d{1,5})?(?:\/\w{3,4})?$/;
const FLAG = /^--?(?:D(?=[\w.-]+=))?([A-Za-z][\w.-]*)(=)?/;
const HOST = /^(?:host|hostname|ip|bind|bind-address|listen-address|address|addr)$/;

/** The Java Debug Wire Protocol: `-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005`. */
const DEBUGGER = /^-(?:agentlib:jdwp=|Xrunjdwp:)/;

function readDebugger(word: Mapped): readonly CommandPort[] {
  const [all, value = ''] = /\baddress=([^,\s]+)/.exec(word.text) ?? [];
  if (all === undefined) return [];
  const end = word.text.indexOf(all) + all.length;
  const role = /\bserver=y/.test(word.text) ? 'listen' : 'connect';
  return readPlace(slice(word, end - value.length, end), role).map(port => ({ ...port, token: word.span }));
}

/** `-javaagent:/opt/jmx_prometheus_javaagent.jar=9404:/etc/config.yaml`. https://prometheus.github.io/jmx_exporter/ */
const EXPORTER = /^-javaagent:[^=\s]{0,500}jmx[\w.-]{0,99}\.jar=(?=(?:[\w.-]{1,255}:|\[[\da-f:]{1,60}\]:)?\d{1,9}:)/i;

function readExporter(word: Mapped): readonly CommandPort[] {
  const from = EXPORTER.exec(word.text)?.[0].length ?? 0;
  const [place = ''] = /^(?:(?=[\d_-]*[A-Za-z.])[\w.-]+:|\[[\da-f:]+\]:)?\d+/i.exec(word.text.slice(from)) ?? [];
  return readPlace(slice(word, from, from + place.length), 'listen').map(port => ({ ...port, token: word.span }));
}

/** Any other word: a URL, `name=value`, or an address of this machine with a port. */
export function readWord(word: Mapped): readonly CommandPort[] {
  if (word.text.includes('hostfwd=')) return readForwardedPorts(word);
  // `readWindowsRules` has them.
  if (/^(?:local|remote|listen|connect)port=/.test(word.text)) return [];
  if (word.text.includes('://') || word.text.includes('/tcp/'))
    return readUrls(word).map(port => fromNetwork(port, word, 'connect'));
  if (/(?:^|[\s;])port=\d/i.test(word.text) && /\bhost=/i.test(word.text))
    return readDsn(word).map(port => fromNetwork(port, word, 'connect'));
  const [head, name] = /^([A-Za-z_][\w.-]*)=/.exec(word.text) ?? [];
  if (head && name) return settings(name, slice(word, head.length, word.text.length), word);
  if (/^\d[\d-]*$/.test(word.text)) return readFallback(word);
  if (!/^[\w.:[\]*-]+:\d+$/.test(word.text)) return [];
  return readPlace(word, 'connect').flatMap(port => {
    const address = readAddress(port.host ?? '');
    if (address.kind === 'any' && port.host) return readPlace(word, 'listen');
    return address.kind === 'ip' || isLoopback(address) ? [port] : [];
  });
}

/** `${PORT:-8080}` and `${PORT:=8080}` by the name of the variable. */
function readFallback(word: Mapped): readonly CommandPort[] {
  const [segment, second] = word.segments;
  const variable = segment?.variables?.[0];
  return variable?.from === 'fallback' && !second ? settings(variable.name, word, word) : [];
}

const FORWARD = new RegExp(`hostfwd=(tcp|udp)?:([\\d.]*):(\\d+|${UNKNOWN})-[\\d.]*:(\\d+)`, 'g');

/** QEMU's user network: `-nic user,hostfwd=tcp:127.0.0.1:2222-:22`. https://www.qemu.org/docs/master/system/devices/net.html */
function readForwardedPorts(word: Mapped): readonly CommandPort[] {
  return [...word.text.matchAll(FORWARD)].flatMap(
    ({ 0: all, 1: protocol = 'tcp', 2: address = '', 3: outer = '', 4: inner = '', index }) => {
      const common = { token: word.span, confidence: 'likely', ...protocolOf(protocol) } as const;
      const end = index + all.length;
      const start = index + all.indexOf(`:${outer}-`, all.indexOf(address)) + 1;
      const id = slice(word, index, end).span.start;
      const binding = { address: readAddress(address) };
      return [
        {
          ...readPort(word, start, start + outer.length),
          ...common,
          role: 'publish',
          binding,
          mapping: { id, side: 'publish' },
        },
        {
          ...readPort(word, end - inner.length, end),
          ...common,
          ...inContainer(undefined),
          mapping: { id, side: 'target' },
        },
      ] as const;
    },
  );
}

export function settings(name: string, value: Mapped, token: Mapped): readonly CommandPort[] {
  return readSetting(name, value).map(({ role, confidence, ...port }) => ({
    ...fromNetwork(port, token, role),
    confidence: confidence === 'certain' ? 'likely' : confidence,
  }));
}
