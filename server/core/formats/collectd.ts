import { APACHE } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { isArgument } from './directives/isArgument.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** collectd: what a port means, the plugin says. */
export const collectd: Format = defineTreeFormat({
  id: 'collectd',
  title: 'collectd',
  documentation: 'https://www.collectd.org/documentation/manpages/collectd.conf.html',
  files: ['collectd{,-,_,.}*.conf', 'collectd*.conf.*', '**/collectd{,.d,.conf.d}/**/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^[ \t]{0,9}<Plugin\s/m.test(text) && /^[ \t]{0,9}#?LoadPlugin\s/m.test(text),
  },
  syntax: text => readDirectives(text, APACHE),
  anyCase: true,
  places: [
    at('**.Listen.1', port('listen', UDP)),
    at('**.Server.1', port('connect', UDP), isArgument),
    at('**.{LocalPort,RemotePort,IgnorePort}.0', port('label', TCP)),
    at('**.{Port,ListenPort,SocketPort}.0', port('listen'), listens),
    at('**.Port.0', port('connect')),
    at('**.{Interval,TimeToLive,MaxPacketSize,Timeout}', nothing()),
  ],
});

/** Plugins that wait for others; the rest asks or sends. */
function listens({ parents }: At): boolean {
  const plugin = parents.find(parent => parent.kind === 'list');
  const name = plugin?.kind === 'list' ? plugin.items[0] : undefined;
  return name?.kind === 'scalar' && /^(?:statsd|write_prometheus|network|mqtt_server|pinba|gps)$/.test(name.text);
}
