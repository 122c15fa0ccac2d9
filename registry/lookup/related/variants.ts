import type { RelatedPort } from '../../entry.ts';
import { relatedBy, type Service, type Services } from './services.ts';

/**
 * The same service with and without encryption, as IANA's own names tell: `ldap` and `ldaps`, `mqtt` and `secure-mqtt`,
 * `msft-gc` and `msft-gc-ssl`. A name alone is no proof (`dns` would have `dnss`): the description must say so too.
 */
export function createVariants(services: Services): (own: Service) => readonly RelatedPort[] {
  return own => {
    const name = own.name.toLowerCase();
    const isSecure = speaksOfEncryption(own);
    const twins = services
      .named(isSecure ? plainNames(name) : secureNames(name))
      .filter(other => speaksOfEncryption(other) !== isSecure)
      .toSorted((a, b) => a.port - b.port);
    return twins.map(relatedBy(isSecure ? 'plain-variant' : 'secure-variant'));
  };
}

const AFTER = ['s', '-s', '-tls', '-ssl', '-sec', '-secure', 'tls', 'ssl', '-dtls'];
const BEFORE = ['secure-', 's-', 'sec-'];

function secureNames(name: string): readonly string[] {
  return [...AFTER.map(end => name + end), ...BEFORE.map(start => start + name)];
}

function plainNames(name: string): readonly string[] {
  return [
    ...AFTER.filter(end => name.endsWith(end)).map(end => name.slice(0, -end.length)),
    ...BEFORE.filter(start => name.startsWith(start)).map(start => name.slice(start.length)),
  ];
}

function speaksOfEncryption({ name, description }: Service): boolean {
  return /\b(?:d?tls|ssl|https|secure|secured|encrypted|security)\b/i.test(`${name} ${description}`);
}
