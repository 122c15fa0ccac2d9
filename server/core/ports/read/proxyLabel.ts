import { type Mapped, slice } from '../../text/mapped.ts';
import type { PortRole } from '../occurrence.ts';
import { faultOf, type PortText } from '../value.ts';
import { readPort } from './port.ts';
import { settingKind, settingWords } from './settingName.ts';

/** A port of the container itself that a label names, for a proxy, a scraper or a platform that reads labels. */
export interface LabelPort {
  readonly port: PortText;
  readonly role: PortRole;
}

/**
 * The ports of a container's own in one label: `traefik.http.services.web.loadbalancer.server.port=80`,
 * `caddy.reverse_proxy={{upstreams 80}}`, `prometheus.io/port=9100`, `io.openshift.expose-services=8080:http`.
 * https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/docker/
 */
export function readProxyLabel(name: string, text: Mapped): readonly LabelPort[] {
  const upstream = /\{\{\s{0,9}upstreams(?:\s{1,9}\w{1,20})?\s{1,9}(\d{1,9})\s{0,9}\}\}/.exec(text.text);
  if (upstream?.[1]) {
    const end = upstream.index + upstream[0].lastIndexOf(upstream[1]) + upstream[1].length;
    return own(readPort(text, end - upstream[1].length, end));
  }
  if (name.endsWith('expose-services')) return readServices(text);
  if (name.startsWith('tsdproxy.port.')) return readProxied(text);
  const isPort = settingKind(settingWords(name)) === 'port' && /^(?:\d{1,9}|\uFFFC)$/.test(text.text);
  // Where browsers are sent to, which is the proxy's own.
  const role = /\.redirectscheme\.port$/i.test(name) ? 'advertise' : 'connect';
  return isPort ? own(readPort(text), role) : [];
}

/** `443/https:8080/http`: what the proxy opens, and what it dials. https://almeidapaulopt.github.io/tsdproxy/docs/serverconfig/ */
function readProxied(text: Mapped): readonly LabelPort[] {
  const [, outer = '', between = '', inner = ''] = /^(\d{1,5})(\/\w{1,9}:)(\d{1,5})(?=\/|$)/.exec(text.text) ?? [];
  const dialled = outer.length + between.length;
  if (inner === '') return [];
  return [
    { port: readPort(text, 0, outer.length), role: 'listen' },
    { port: readPort(text, dialled, dialled + inner.length), role: 'connect' },
  ];
}

/** `8080:http,8443/tcp:https` */
function readServices(text: Mapped): readonly LabelPort[] {
  return [...text.text.matchAll(/(?<![\w.])\d{1,5}(?=[:/,]|$)/g)].map(({ 0: digits, index }) => ({
    port: readPort(slice(text, index, index + digits.length)),
    role: 'expose',
  }));
}

function own(port: PortText, role: PortRole = 'connect'): readonly LabelPort[] {
  return faultOf(port.value)?.reason === 'malformed' ? [] : [{ port, role }];
}
