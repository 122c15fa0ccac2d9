import type { RelatedPort } from '../../entry.ts';
import type { Port } from '../../port.ts';
import type { Service, Services } from './services.ts';

/**
 * The same service with and without encryption, as IANA's own names tell: `ldap` and `ldaps`, `mqtt` and `secure-mqtt`,
 * `msft-gc` and `msft-gc-ssl`. A name alone is no proof (`dns` would have `dnss`): the description must say so too.
 */
export function createVariants(services: Services): (port: Port, name: string) => readonly RelatedPort[] {
  return (port, service) => {
    const name = service.toLowerCase();
    const own = services.named(name).filter(each => each.port === port);
    const secure = secureNames(name)
      .flatMap(services.named)
      .filter(other => isEncrypted(other) && !own.some(isEncrypted));
    const plain = own.some(isEncrypted)
      ? plainNames(name)
          .flatMap(services.named)
          .filter(other => !isEncrypted(other))
      : [];
    return [...secure.map(show('secure-variant')), ...plain.map(show('plain-variant'))];
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

function isEncrypted({ name, description }: Service): boolean {
  return /\b(?:d?tls|ssl|https|secure|secured|encrypted|security)\b/i.test(`${name} ${description}`);
}

function show(relation: RelatedPort['relation']): (service: Service) => RelatedPort {
  return ({ port, protocols, name, description }) => ({ port, protocols, name, detail: description, relation });
}
