import type { PortRange } from '../../../../registry/port.ts';
import type { Movable } from '../../facts/startedContainer.ts';

/** True where the service may have been told to listen elsewhere: then the image's own ports say nothing. */
export function mayMove(service: Movable, asked: PortRange): boolean {
  return (
    service.isBuilt ||
    service.replacesCommand ||
    service.openEnvironment ||
    hasTellingVariable(service) ||
    isNamedInValue(service, asked) ||
    service.mounts.some(isConfiguration)
  );
}

const TELLING = new Set('port ports listen listener listeners bind addr address endpoint url uri'.split(' '));
const NO_PORTS = new Set(['report', 'support', 'import', 'export', 'transport', 'passport', 'viewport']);

function hasTellingVariable({ variables }: Movable): boolean {
  return [...variables].some(([name, value]) => {
    const words = name.toLowerCase().split(/[^a-z0-9]+/);
    const isTelling = words.some(word => TELLING.has(word) || (word.endsWith('port') && !NO_PORTS.has(word)));
    return isTelling && !isOfAnother(words, value);
  });
}

/** `DATABASE_URL=postgres://db:5432/x`, `SMTP_PORT=587`: where something else answers. */
function isOfAnother(words: readonly string[], value: string | undefined): boolean {
  if (value === undefined || words.some(word => OWN.has(word))) return false;
  if (/^\d+$/.test(value)) return words.some(word => OTHERS.has(word));
  const host = /^[a-z][\w+.-]*:\/\/(?:[^\s/@]*@)?([a-z\d][\w.-]*):\d+(?:[/?]|$)|^([a-z][\w.-]*):\d+$/i.exec(value);
  const name = host?.[1] ?? host?.[2];
  return name !== undefined && !/^(?:localhost|0\.0\.0\.0|127\.[\d.]+)$/i.test(name);
}

const OWN = new Set('listen listener listeners bind config server http https web app'.split(' '));

const OTHERS = new Set(
  `db database postgres postgresql mysql mariadb mongo mongodb redis valkey smtp mail email imap ldap rabbitmq amqp kafka
  elasticsearch opensearch minio memcached`.split(/\s+/),
);

/** `OLLAMA_HOST=0.0.0.0:11435`, `JAVA_OPTS=-Dserver.port=8181`: whatever the variable is called, it holds the number. */
function isNamedInValue({ variables }: Movable, { first, last }: PortRange): boolean {
  const numbers = [...variables.values()].flatMap(value => value?.match(/\d+/g) ?? []).map(Number);
  return numbers.some(number => first <= number && number <= last);
}

function isConfiguration(mount: string): boolean {
  return (
    !HARMLESS.test(mount) &&
    /^\/(?:usr\/local\/)?etc(?:\/|$)|\/(?:conf|config|conf\.d|\.config)(?:\/|$)|\.(?:conf|cfg|cnf|ini|json|properties|toml|xml|ya?ml)$/.test(
      mount,
    )
  );
}

/** Below `/etc`, and yet nothing that tells a program where to listen. */
const HARMLESS =
  /^\/etc\/(?:localtime|timezone|passwd|group|shadow|hosts|hostname|resolv\.conf|machine-id|os-release|ssl|pki|letsencrypt|ca-certificates|grafana\/provisioning)(?:\/|$)/;
