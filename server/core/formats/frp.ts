import type { Format } from './format.ts';
import { readTomlOrIni } from './frp/readTomlOrIni.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** frp: the server `frps`, and the client `frpc` whose proxies are opened on the server. */
export const frp: Format = defineTreeFormat({
  id: 'frp',
  title: 'frp',
  documentation: 'https://gofrp.org/en/docs/reference/',
  files: ['frp{s,c}{,.*,-*,_*}.{toml,ini,yaml,yml}', '*{.,-,_}frp{s,c}.{toml,ini}'],
  languages: [],
  syntax: readTomlOrIni,
  places: [
    at('**.{serverPort,server_port}', port('connect', TCP)),
    at('**.{localPort,local_port}', port('connect')),
    at('**.{remotePort,remote_port}', port('forward')),
    at('**.{kcpBindPort,quicBindPort,kcp_bind_port,quic_bind_port,bind_udp_port}', port('listen', UDP)),
    at('**.allowPorts.*.{start,end,single}', port('allow')),
    at('**.allow_ports', port('allow')),
  ],
});
