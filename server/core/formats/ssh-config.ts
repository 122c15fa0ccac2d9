import { SSH } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { proxyJump } from './ssh/proxyJump.ts';
import { tunnel } from './ssh/tunnel.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** The client of OpenSSH. */
export const sshConfig: Format = defineTreeFormat({
  id: 'ssh-config',
  title: 'OpenSSH client',
  documentation: 'https://man.openbsd.org/ssh_config',
  files: [
    'ssh_config',
    'ssh_config{.,-,_}*',
    '**/{.ssh,ssh,dot_ssh}/{config,config.*,*.conf}',
    '**/{ssh_config.d,.ssh/config.d}/*',
    '*{.,-,_}ssh{_,-}config',
  ],
  except: ['*.{md,yml,yaml,sh,py,rb,json}'],
  languages: ['ssh_config', 'ssh-config'],
  content: {
    files: ['*.', '*.{conf,config,txt,j2,tmpl}'],
    test: text =>
      /^Host \S/m.test(text) && /^[ \t]*(?:HostName|IdentityFile|User|ProxyJump|ForwardAgent)[ =]/im.test(text),
  },
  syntax: text => readDirectives(text, SSH),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('port.0', port('connect', TCP)),
    at('{localforward,remoteforward,dynamicforward}', tunnel()),
    at('proxyjump', proxyJump()),
    at('{proxycommand,localcommand,remotecommand}', command()),
    at('permitremoteopen', hostPort('allow', TCP)),
  ],
  rest: 'nothing',
});
