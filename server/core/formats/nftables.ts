import { readNft } from '../ports/read/firewall/nft.ts';
import { readRuleFile } from './firewall/ruleFile.ts';
import { defineFormat, type Format } from './format.ts';

/** nftables: rules, sets, maps and definitions. */
export const nftables: Format = defineFormat({
  id: 'nftables',
  title: 'nftables',
  documentation: 'https://wiki.nftables.org/wiki-nftables/index.php/Quick_reference-nftables_in_10_minutes',
  files: ['*.nft', 'nftables*.conf', 'nftables*.conf.*', '*.nft.*', '**/nftables.d/*'],
  languages: ['nftables'],
  content: {
    files: ['*.', '*.{conf,rules,j2,tmpl,txt}'],
    test: text =>
      text.startsWith('#!/usr/sbin/nft') ||
      (/\btable (?:inet|ip6?|arp|bridge|netdev) \S+ \{/.test(text) && text.includes('chain ')),
  },
  reads: [
    { where: 'dport, sport', what: 'port, range, set or map (allow, deny)' },
    { where: 'dnat to, redirect to', what: 'port (forward)' },
    { where: 'set, map, element', what: 'elements whose type is inet_service (allow)' },
    { where: 'define', what: 'values of variables that stand behind dport, or are called ports (allow)' },
  ],
  read: source => readRuleFile(source, readNft),
});
