import { asProtocol, type Protocols } from '../../../../../registry/port.ts';
import { type Mapped, slice } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { readIptables } from './iptables.ts';
import { type Rule, rulePort, rulePorts } from './rulePort.ts';

/** The words of a firewall-cmd. https://firewalld.org/documentation/man-pages/firewall-cmd.html */
export function readFirewallCmd(words: readonly Mapped[]): readonly CommandPort[] {
  if (words.some(({ text }) => text === '--direct' || text === '--passthrough')) return readIptables(words);
  return words.flatMap((word, index) => {
    const equals = word.text.indexOf('=');
    const name = equals < 0 ? word.text : word.text.slice(0, equals);
    const value = equals < 0 ? words[index + 1] : slice(word, equals + 1, word.text.length);
    if (!value) return [];
    if (/^--(?:add|remove|query)-(?:source-)?port$/.test(name)) return withProtocol(value);
    if (/^--(?:add|remove|query)-(?:forward-port|rich-rule)$/.test(name)) return readRichRule(value);
    return [];
  });
}

/** `8080/tcp`, `8000-8010/udp`, in a shell also `{80,443}/tcp`. */
function withProtocol(word: Mapped): readonly CommandPort[] {
  return [...word.text.matchAll(/[\d\uFFFC][\d,\uFFFC-]{0,200}(?:\}?\/(\w{1,9}))?/g)].flatMap(
    ({ 0: all, 1: written = '', index }) => {
      const numbers = all.includes('/') ? all.indexOf('/') : all.length;
      return rulePorts(word, { role: 'allow', protocols: named(written) }, index, index + numbers);
    },
  );
}

/**
 * `rule family="ipv4" port port="8080" protocol="tcp" accept`, and `port=80:proto=tcp:toport=8080`.
 * https://firewalld.org/documentation/man-pages/firewalld.richlanguage.html
 */
function readRichRule(word: Mapped): readonly CommandPort[] {
  const { text } = word;
  const rule: Rule = {
    role: /\b(?:drop|reject)\b/.test(text) ? 'deny' : 'allow',
    protocols: named(/\bproto(?:col)?=["']?(\w{1,9})/.exec(text)?.[1] ?? ''),
  };
  return [...text.matchAll(/((to-?)?port=["']?)(\d{1,9}(?:-\d{1,9})?|\uFFFC)/g)].map(
    ({ 1: head = '', 2: to, 3: digits = '', index }) => {
      const start = index + head.length;
      return rulePort(word, to ? { ...rule, role: 'forward' } : rule, start, start + digits.length, '-');
    },
  );
}

function named(text: string): Protocols | undefined {
  const protocol = asProtocol(text);
  return protocol && [protocol];
}
