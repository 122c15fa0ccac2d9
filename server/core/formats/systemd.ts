import { SYSTEMD } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { readXml } from '../syntax/xml.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { bindRule } from './systemd/bindRule.ts';
import { unitCommand } from './systemd/commandLine.ts';
import { dnsServers } from './systemd/dnsServers.ts';
import { socketAddress } from './systemd/socketAddress.ts';
import { unitEnvironment } from './systemd/unitEnvironment.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { unitAssignments } from './variables/assignments.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

const UDP = ['udp'] as const;

/** Units of systemd and the files of its daemons. */
export const systemd: Format = defineTreeFormat({
  id: 'systemd',
  title: 'systemd',
  documentation: 'https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html',
  files: [
    '*.{socket,service,timer,mount,automount,path,slice,scope,nspawn}',
    '*.{socket,service}.{j2,in,erb,tmpl,tpl,template,example,sample,default,dist}',
    '**/*.{service,socket}.d/*.conf',
    '**/systemd/*.conf',
    '**/systemd/network/*.{conf,network,netdev}',
    '**/systemd/*.conf.d/*.conf',
    '**/networkd/*.{network,netdev}',
    '*.netdev',
    'resolved.conf',
    '**/resolved.conf.d/*.conf',
    'timesyncd.conf',
  ],
  except: ['*.d.ts'],
  languages: ['systemd', 'systemd-conf', 'systemd-unit-file'],
  content: {
    files: ['*.', '*.{conf,txt,network,target,unit,j2,tmpl,in}'],
    test: text =>
      /^\[(?:Unit|Socket)\][ \t\r]*$/m.test(text) &&
      /^(?:ExecStart|ListenStream|ListenDatagram|WantedBy)[ \t]*=/m.test(text),
  },
  leavesOut: ['Files that EnvironmentFile= names, unless they are files of variables by their own names.'],
  // Avahi's services have the same ending, and are XML.
  syntax: text => (/^\s*</.test(text.slice(0, 200)) ? readXml(text) : readKeyValue(text, SYSTEMD)),
  fill: fillTemplate,
  scope: ({ keys }) => ({ namespace: ON_HOST.has(keys[0] ?? '') ? { kind: 'host' } : { kind: 'unknown' } }),
  places: [
    at('Socket.ListenStream', socketAddress(['tcp'])),
    at('Socket.ListenDatagram', socketAddress(UDP)),
    at('Socket.*', nothing()),
    at('{Unit,Install}.*', nothing()),
    at('*.Exec*', unitCommand()),
    at('*.{Environment,DefaultEnvironment}', unitEnvironment()),
    at('*.SocketBindAllow', bindRule('allow')),
    at('*.SocketBindDeny', bindRule('deny')),
    at('{Resolve,Network}.{DNS,FallbackDNS}', dnsServers()),
    at('WireGuard.ListenPort', port('listen', { protocols: UDP })),
    at('WireGuardPeer.Endpoint', hostPort('connect', { protocols: UDP })),
    at('{VXLAN,GENEVE,BareUDP}.DestinationPort', port('connect', { protocols: UDP })),
    at('service-group.service.port', port('advertise')),
  ],
  facts: fromEnvironment(unitAssignments),
});

/** The sections of what systemd opens or starts on the machine itself. */
const ON_HOST: ReadonlySet<string> = new Set(['Socket', 'Service', 'WireGuard']);
