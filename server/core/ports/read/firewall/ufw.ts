import { asProtocol, type Protocols } from '../../../../../registry/port.ts';
import { append } from '../../../text/append.ts';
import { type Mapped, slice } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { type Rule, rulePorts } from './rulePort.ts';

/**
 * The words of a ufw command: `ufw allow 8080/tcp`, `ufw deny proto tcp from any to any port 80,443`. Without a verb a
 * number is that of a rule. https://manpages.ubuntu.com/manpages/noble/man8/ufw.8.html
 */
export function readUfw(words: readonly Mapped[]): readonly CommandPort[] {
  const verb = words.findIndex(({ text }) => VERBS.has(text));
  if (verb < 0) return [];
  const role = /^(?:deny|reject)$/.test(words[verb]?.text ?? '') ? 'deny' : 'allow';
  const protocol = asProtocol(words[words.findIndex(({ text }) => text === 'proto') + 1]?.text ?? '');
  const rule: Rule = { role, protocols: protocol ? [protocol] : undefined };
  const found: CommandPort[] = [];
  for (let at = verb + 1; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || word.text === 'comment' || word.text.startsWith('#')) break;
    if (word.text === 'port' && next) append(found, listed(next, rule));
    else if (!SKIPPED.has(word.text)) append(found, listed(word, rule));
    if (word.text === 'port' || TAKES.has(word.text)) at++;
  }
  return found;
}

const VERBS: ReadonlySet<string> = new Set(['allow', 'deny', 'reject', 'limit']);
const TAKES: ReadonlySet<string> = new Set(['on', 'from', 'to', 'proto', 'app']);
const SKIPPED: ReadonlySet<string> = new Set([...TAKES, 'in', 'out', 'log', 'log-all', 'port']);

/** `8080/tcp`, `80,443`, `6000:6010/udp`; profiles (`Nginx Full`) and names have no numbers. */
function listed(word: Mapped, rule: Rule): readonly CommandPort[] {
  const slash = word.text.indexOf('/');
  const named = slash < 0 ? undefined : asProtocol(word.text.slice(slash + 1));
  const protocols: Protocols | undefined = named ? [named] : rule.protocols;
  if (slash >= 0 && !named && !/^(?:any|\uFFFC)$/.test(word.text.slice(slash + 1))) return [];
  return rulePorts(slash < 0 ? word : slice(word, 0, slash), { ...rule, protocols });
}
