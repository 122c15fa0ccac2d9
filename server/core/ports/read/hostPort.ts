import { asProtocol } from '../../../../registry/port.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { type NetworkPort, readAuthority, type Stretch } from './networkPort.ts';

/**
 * Reads a list of `host:port` (commas, semicolons or blanks between): `kafka:9092,kafka2:9092`, `:8080`, `*:80`,
 * `[::1]:80`, `1@voter:9093`, `10.0.0.1:53/udp`, `zk:2181/chroot`. What is not of this form is passed over.
 */
export function readHostPorts(mapped: Mapped): NetworkPort[] {
  const { text } = mapped;
  if (!text.includes(':')) return [];
  return listItems(text).flatMap(item => readHostPort(mapped, item) ?? []);
}

/** One `host:port`, which fills the stretch but for a protocol or path after a slash. */
export function readHostPort(mapped: Mapped, { from, to }: Stretch): NetworkPort | undefined {
  const { text } = mapped;
  const written = text.slice(from, to);
  if (!written.includes(':')) return undefined;
  const [form, voter = '', host = '', tail = ''] = FORM.exec(written) ?? [];
  if (form === undefined || NO_HOST.test(host)) return undefined;
  const port = readAuthority(mapped, { from: from + voter.length, to });
  const protocol = asProtocol(tail.slice(1));
  return port && protocol ? { ...port, protocols: [protocol] } : port;
}

/** A voter's number (`1@`) or a user, the host, and what follows the port. */
const FORM = new RegExp(
  `^((?!git@)[\\w.-]{1,64}@)?(\\[[\\w:.%${UNKNOWN}-]+\\]|[\\w.*${UNKNOWN}-]*):[\\d${UNKNOWN}]+(?:-\\d+)?(/\\S*)?$`,
);

/** Bare digits are a time or a mapping (`12:30`), a digest's algorithm is no host, nor is a socket or a source file with a line. */
const NO_HOST = /^(?:\d+|unix|sha\d+|md5|.*\.(?:[cm]?[jt]sx?|py|rb|go|java|kt|cs|php|cpp|c|h))$/i;

/** The stretches between commas, semicolons and blanks; quotes and brackets of a list (`["a:1", "b:2"]`) count as such. */
export function listItems(text: string): Stretch[] {
  // Nearly every value is one item.
  if (text !== '' && !/[\s,;"'[\]]/.test(text)) return [{ from: 0, to: text.length }];
  const found: Stretch[] = [];
  for (const { 0: item, index } of text.matchAll(/(?:\[[^\s[\],"']{1,60}\](?=:)|[^\s,;"'[\]])+/g))
    found.push({ from: index, to: index + item.length });
  return found;
}
