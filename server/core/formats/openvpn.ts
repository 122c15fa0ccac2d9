import type { Protocols } from '../../../registry/port.ts';
import { OPENVPN } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { transport } from './openvpn/transport.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

const TCP: { readonly protocols: Protocols } = { protocols: ['tcp'] };

/** Servers and clients of OpenVPN. */
export const openvpn: Format = defineTreeFormat({
  id: 'openvpn',
  title: 'OpenVPN',
  documentation: 'https://openvpn.net/community-docs/community-articles/openvpn-2-6-manual.html',
  files: ['*.ovpn', '*.ovpn.*', 'openvpn*.conf', '**/openvpn/*.conf', '**/openvpn/{server,client}/*.conf'],
  languages: ['openvpn'],
  content: {
    files: ['*.', '*.{conf,conf.*,j2,tmpl,txt,erb,template}'],
    test: text =>
      /^[ \t]*dev (?:tun|tap)/m.test(text) &&
      /^[ \t]*(?:remote|proto|port|server|ifconfig|secret|client)\b/m.test(text),
  },
  syntax: text => readDirectives(text, OPENVPN),
  fill: fillTemplate,
  places: [
    at('**.{port,lport}.0', transport('listen')),
    at('**.rport.0', transport('connect')),
    at('**.remote.1', transport('connect')),
    at('**.management.1', port('listen', TCP)),
    at('**.{http-proxy,socks-proxy,port-share}.1', port('connect', TCP)),
  ],
  rest: 'nothing',
});
