import { shellTree } from '../syntax/shellTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';

/** Scripts of iptables without a first line that names the shell: parts of a firewall that another script reads. */
export const firewallScript: Format = defineTreeFormat({
  id: 'firewall-script',
  title: 'Firewall script',
  documentation: 'https://ipset.netfilter.org/iptables.man.html',
  files: [],
  languages: [],
  content: {
    files: ['*.', '*.{rules,conf,fw,firewall,txt,iptables,ipt}'],
    isSure: true,
    test: text =>
      !text.startsWith('#!') &&
      /^[ \t]{0,40}(?:sudo )?(?:[\w/]{0,40}\/)?(?:ip6?tables|\$\{?IP6?T\w{0,20}\}?) (?:-\w |--\w)/m.test(text),
  },
  syntax: shellTree,
  places: [],
  rest: command(),
});
