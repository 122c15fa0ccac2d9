import { readPf } from '../ports/read/firewall/pf.ts';
import { readRuleFile } from './firewall/ruleFile.ts';
import { defineFormat, type Format } from './format.ts';

/** The packet filter of the BSDs. */
export const pf: Format = defineFormat({
  id: 'pf',
  title: 'pf',
  documentation: 'https://man.openbsd.org/pf.conf',
  files: ['pf.conf', 'pf.conf.*', 'pf{-,_,.}*.conf', '*.pf', '*{-,_,.}pf.conf', '**/pf.anchors/*', '**/pf.d/*'],
  except: ['**/fail2ban/**', '**/action.d/**'],
  languages: ['pf'],
  content: {
    files: ['*.', '*.{conf,rules}'],
    test: text => /^(?:pass|block) (?:in|out|quick|return|log|all|on|drop|proto|inet)\b/m.test(text),
  },
  reads: [
    { where: 'port', what: 'port, range or list (allow, deny)' },
    { where: 'rdr-to, nat-to, divert-to, ->', what: 'port (forward)' },
    { where: 'macros', what: 'those that stand behind port, or are called ports (allow)' },
  ],
  read: source => readRuleFile(source, readPf),
});
