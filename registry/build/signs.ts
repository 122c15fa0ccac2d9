import { asPort, asProtocol, PROTOCOLS } from '../port.ts';
import { readSignSource, type SignSource } from '../rows/signRow.ts';

/** `signs.tsv`: where the registered service of a number was seen. */
export interface Signs {
  readonly date: string;
  readonly sources: readonly SignSource[];
  /** Sorted by number: port, transport, letters of the sources, and the place in the last of them where it varies. */
  readonly lines: readonly string[];
}

/**
 * The head comment names the sources (`# w<tab>Wireshark ...<tab>URL`) and the day (`# searched 2026-11-21`); then
 * one assigned (port, transport) a line.
 */
export function readSigns(name: string, text: string, report: (message: string) => void): Signs {
  const lines = text.split('\n');
  const sources = lines.flatMap(line => (/^# \w\t/.test(line) ? [readSignSource(line.slice(2))] : []));
  const date = /^# searched (\d{4}-\d\d-\d\d)$/m.exec(text)?.[1] ?? '';
  if (date === '') report(`${name}:1: no line "# searched <date>"`);
  let last = -1;
  const rows = lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [number = '', transport = '', letters = '', url = 'https://', ...more] = line.split('\t');
    const port = asPort(Number(number));
    const protocol = asProtocol(transport);
    const known = letters !== '' && [...letters].every(letter => sources.some(source => source.letter === letter));
    if (port === undefined || protocol === undefined || !known || !url.startsWith('https://') || more.length > 0) {
      report(`${name}:${index + 1}: not a sign: ${line}`);
    }
    const order = port === undefined || protocol === undefined ? last : port * 10 + PROTOCOLS.indexOf(protocol);
    if (order <= last && last !== -1) report(`${name}:${index + 1}: not sorted, or twice`);
    last = order;
    return [line];
  });
  return { date, sources, lines: rows };
}
