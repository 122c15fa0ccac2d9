import { showAddress } from '../../ports/address.ts';
import { imageUses } from '../../workspace/containers/imageUses.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { loopbackFix } from './loopbackFix.ts';
import { type ReachedPort, reachedPorts } from './reachedPorts.ts';

export const plaintextProtocol: Rule<'published'> = defineRule({
  id: 'plaintext-protocol',
  summary: 'A protocol without encryption, published beyond this machine',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['ports-with-host-network', 'unauthenticated-api-published', 'datastore-published', 'debug-port-published'],
  messages: {
    published:
      'Port {port} of `{service}` is that of {protocol}, which {weakness}, and it is published on {address}: use {instead}, or publish it on 127.0.0.1',
  },
  *check(context) {
    for (const port of context.shared(reachedPorts)) {
      const plain = plainProtocol(context, port);
      if (!plain || hasEncryption(port)) continue;
      yield {
        at: { path: context.facts.path, span: port.span },
        message: 'published',
        ...(port.severity && { severity: port.severity }),
        data: {
          port: plain.port,
          protocol: plain.protocol,
          weakness: plain.weakness,
          instead: plain.instead,
          service: port.name,
          address: showAddress(port.address),
        },
        fixes: loopbackFix(context.facts, port),
      };
    }
  },
});

interface Plain {
  readonly port: number;
  readonly transport: 'tcp' | 'udp';
  readonly protocol: string;
  readonly weakness: string;
  readonly instead: string;
  /** The name of the service tells it from others that took the number: syslog has 514 too. */
  readonly words: RegExp;
  /** Services that can do no other than this. */
  readonly needs?: RegExp;
  /** Nobody else is known to take the number, so that an unknown image is likely to mean the protocol. */
  readonly isOwn: boolean;
}

const PASSWORD = 'sends passwords and contents in the clear';

const PLAIN: readonly Plain[] = [
  {
    port: 21,
    transport: 'tcp',
    protocol: 'FTP',
    weakness: PASSWORD,
    instead: 'SFTP or FTP with TLS',
    words: /ftp/i,
    isOwn: true,
  },
  { port: 23, transport: 'tcp', protocol: 'telnet', weakness: PASSWORD, instead: 'SSH', words: /telnet/i, isOwn: true },
  {
    port: 69,
    transport: 'udp',
    protocol: 'TFTP',
    weakness: 'gives files to anybody',
    instead: 'HTTPS',
    words: /tftp/i,
    needs: /pxe|netboot|dnsmasq|cobbler|foreman|\bmaas\b|matchbox|tinkerbell/i,
    isOwn: true,
  },
  {
    port: 79,
    transport: 'tcp',
    protocol: 'finger',
    weakness: 'tells anybody who is logged in',
    instead: 'something else',
    words: /finger/i,
    isOwn: true,
  },
  {
    port: 512,
    transport: 'tcp',
    protocol: 'rexec',
    weakness: PASSWORD,
    instead: 'SSH',
    words: /rexec|rsh/i,
    isOwn: true,
  },
  {
    port: 513,
    transport: 'tcp',
    protocol: 'rlogin',
    weakness: PASSWORD,
    instead: 'SSH',
    words: /rlogin|rsh/i,
    isOwn: true,
  },
  {
    port: 514,
    transport: 'tcp',
    protocol: 'rsh',
    weakness: 'trusts whoever names a known host',
    instead: 'SSH',
    words: /\brsh/i,
    isOwn: false,
  },
];

function plainProtocol({ registry }: RuleContext, port: ReachedPort): Plain | undefined {
  const { containerRange, protocols, image } = port;
  const plain = PLAIN.find(
    each =>
      each.port === containerRange?.first && each.port === containerRange.last && protocols?.includes(each.transport),
  );
  if (!plain || !containerRange) return undefined;
  const { words, needs, isOwn } = plain;
  if (needs?.test(`${port.name} ${image ?? ''}`)) return undefined;
  const uses = image === undefined ? [] : imageUses(registry, image, containerRange);
  const known = uses.length > 0;
  const fits = uses.some(
    ({ software, purpose, confidence }) => confidence !== 'low' && words.test(`${software} ${purpose}`),
  );
  return fits || (!known && (isOwn || words.test(`${port.name} ${image ?? ''}`))) ? plain : undefined;
}

/** FTP with TLS begins on the same port. */
function hasEncryption({ published }: ReachedPort): boolean {
  return [...(published?.service.variables ?? [])].some(
    ([name, value]) => /TLS|SSL|CERT/i.test(name) && !/^(?:|0|false|no|off|none)$/i.test(value ?? 'unknown'),
  );
}
