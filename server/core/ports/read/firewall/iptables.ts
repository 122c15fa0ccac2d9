import { asProtocol, type Protocols } from '../../../../../registry/port.ts';
import { append } from '../../../text/append.ts';
import { type Mapped, slice } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { type Rule, rulePorts, targetPort } from './rulePort.ts';

/**
 * The words of a rule of iptables or ip6tables: `-A INPUT -p tcp -m multiport --dports 22,8000:8010 -j ACCEPT`.
 * https://ipset.netfilter.org/iptables-extensions.man.html
 */
export function readIptables(words: readonly Mapped[]): readonly CommandPort[] {
  const rule = ruleOf(words);
  const found: CommandPort[] = [];
  for (const [index, word] of words.entries()) {
    const { name, value } = flagOf(word, words[index + 1]);
    if (!value) continue;
    if (MATCHES.has(name)) append(found, rulePorts(value, rule));
    else if (SENDS.has(name)) append(found, rulePorts(value, { ...rule, role: 'forward' }));
    else if (TARGETS.has(name)) append(found, targetPort(value, rule));
  }
  return found;
}

/** True of a command that has a rule in it, whatever variable its program stands in. */
export function isIptablesRule(words: readonly Mapped[]): boolean {
  return (
    words.some(({ text }) => text === '-j' || text === '--jump') && words.some(word => MATCHES.has(flagOf(word).name))
  );
}

const MATCHES: ReadonlySet<string> = new Set(
  `--dport --destination-port --sport --source-port --dports --destination-ports --sports --source-ports --ports --port
  --ctorigdstport --ctorigsrcport --ctrepldstport --ctreplsrcport`.split(/\s+/),
);
const SENDS: ReadonlySet<string> = new Set(['--to-ports', '--to-port', '--on-port', '--redirect-port']);
const TARGETS: ReadonlySet<string> = new Set(['--to-destination', '--to-source', '--to-dest', '--to']);

function ruleOf(words: readonly Mapped[]): Rule {
  let role: Rule['role'] = 'allow';
  let protocols: Protocols | undefined;
  for (const [index, { text }] of words.entries()) {
    const next = words[index + 1]?.text ?? '';
    if (text === '-p' || text === '--protocol' || text === '--proto' || text === '-m') {
      const named = asProtocol(next);
      protocols = named ? [named] : protocols;
    } else if ((text === '-j' || text === '--jump') && /^(?:DROP|REJECT|TARPIT)$/i.test(next)) role = 'deny';
  }
  return { role, protocols };
}

function flagOf(word: Mapped, next?: Mapped): { readonly name: string; readonly value: Mapped | undefined } {
  const { text } = word;
  const equals = text.startsWith('--') ? text.indexOf('=') : -1;
  if (equals < 0) return { name: text, value: next };
  return { name: text.slice(0, equals), value: slice(word, equals + 1, text.length) };
}
