import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { rule } from './firewall/rule.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** What iptables-save and ip6tables-save write; so does ufw. */
export const iptables: Format = defineTreeFormat({
  id: 'iptables',
  title: 'iptables',
  documentation: 'https://ipset.netfilter.org/iptables-extensions.man.html',
  files: [
    'rules.v[46]',
    '{iptables,ip6tables}{,.rules,.save,.up.rules,.conf}',
    '{iptables,ip6tables}*.{rules,save}',
    '{user,user6,before,before6,after,after6}.rules',
    '**/sysconfig/{iptables,ip6tables}',
    '*.{iptables,iptables-save,ip6tables-save}',
  ],
  except: ['*.{sh,py,md,service}'],
  languages: [],
  content: {
    files: ['*.', '*.{rules,conf,save,v4,v6,txt,golden,j2,tmpl,up,init}'],
    isSure: true,
    test: text => /^\*(?:filter|nat|mangle|raw|security)\r?$/m.test(text) && /^COMMIT\b/m.test(text),
  },
  syntax: text => readDirectives(text, { ...LINES, continued: false, escapesOutside: true }),
  fill: fillTemplate,
  places: [at('*', rule())],
  rest: 'nothing',
});
