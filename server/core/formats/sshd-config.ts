import { SSH } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isAfter } from './directives/isAfter.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { isUnder } from './zeroFaults.ts';

/** The server of OpenSSH. */
export const sshdConfig: Format = defineTreeFormat({
  id: 'sshd-config',
  title: 'OpenSSH server',
  documentation: 'https://man.openbsd.org/sshd_config',
  files: ['sshd_config', 'sshd_config{.,-,_}*', '*{.,-,_}sshd_config', '**/sshd_config.d/*'],
  except: ['*.{md,yml,yaml,sh,py,rb,pp,go}'],
  languages: ['sshd_config', 'sshd-config'],
  content: {
    files: ['*.', '*.{conf,config,txt,j2,tmpl}'],
    test: text =>
      /^(?:PermitRootLogin|PasswordAuthentication|AuthorizedKeysFile) /m.test(text) && !/^Host /m.test(text),
  },
  refusesZero: isUnder('port', 'listenaddress'),
  syntax: text => readDirectives(text, SSH),
  fill: fillTemplate,
  anyCase: true,
  scope: () => ({ namespace: { kind: 'host' } }),
  places: [
    at('port.0', port('listen', TCP)),
    at('listenaddress.0', hostPort('listen', TCP)),
    at('permitopen', hostPort('allow', TCP)),
    at('permitlisten', hostPort('allow', { ...TCP, bare: true })),
    at('match.*', port('label', TCP), isAfter('localport')),
  ],
  rest: 'nothing',
});
