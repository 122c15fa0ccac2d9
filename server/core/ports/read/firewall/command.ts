import type { Mapped } from '../../../text/mapped.ts';
import type { CommandPort } from '../commandValue.ts';
import { programName } from '../programs.ts';
import { readFirewallCmd } from './firewalld.ts';
import { isIptablesRule, readIptables } from './iptables.ts';
import { readNft } from './nft.ts';
import { tokensOf } from './tokens.ts';
import { readUfw } from './ufw.ts';

/** The ports of a command of a firewall; undefined where it is of another program. */
export function readFirewallCommand(words: readonly Mapped[]): readonly CommandPort[] | undefined {
  const name = programName(words[0]?.text ?? '');
  if (name === 'ufw') return readUfw(words);
  if (name === 'firewall-cmd' || name === 'firewall-offline-cmd') return readFirewallCmd(words);
  if (name === 'nft') return readNft(words.slice(1).flatMap(word => tokensOf(word).tokens));
  return /^ip6?tables/.test(name) || isIptablesRule(words) ? readIptables(words) : undefined;
}
