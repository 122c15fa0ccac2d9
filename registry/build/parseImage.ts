import type { ImageFacts, ImagePort } from '../entry.ts';
import { imageName } from '../imageName.ts';
import { asProtocol, readRange } from '../port.ts';
import { type Fields, fieldsOf, someEvidence } from './fields.ts';
import type { JsonLine } from './jsonLines.ts';

/** Reads one line of `images.jsonl`; undefined where a problem was reported. */
export function parseImage(line: JsonLine, report: (message: string) => void): ImageFacts | undefined {
  const fields = fieldsOf(line, KEYS, report);
  const image = fields.text('image');
  const software = fields.text('software');
  const configurable = fields.flag('configurable');
  const complete = fields.flag('complete');
  const ports = [...portsOf('declares', true, fields), ...portsOf('listens', false, fields)];
  const seen = fields.date('seen');
  const urls = fields.texts('evidence').flatMap(url => fields.url(url) ?? []);
  const evidence = someEvidence(seen === undefined ? [] : urls.map(url => ({ url, seen })), fields);
  if (image !== undefined && imageName(image) !== image) fields.problem(`${image} is kept as ${imageName(image)}`);
  if (configurable && complete) fields.problem('a configurable image can not have a complete list of ports');
  if (ports.length === 0) fields.problem('no ports');
  if (new Set(ports.map(port => JSON.stringify([port.ports, port.protocol]))).size < ports.length) {
    fields.problem('a port twice');
  }
  if (!image || !software || !evidence) return undefined;
  return { image, software, configurable, complete, ports, evidence };
}

const KEYS: readonly string[] = [
  'image',
  'software',
  'configurable',
  'complete',
  'declares',
  'listens',
  'evidence',
  'seen',
];

/** `"5432/tcp"`, `"50000-50010/udp"`. */
function portsOf(key: string, declared: boolean, fields: Fields): readonly ImagePort[] {
  return fields.texts(key).flatMap(text => {
    const [range = '', transport = ''] = text.split('/');
    const ports = readRange(range);
    const protocol = asProtocol(transport);
    if (ports !== undefined && protocol !== undefined) return [{ ports, protocol, declared }];
    fields.problem(`${key} must hold ports like "5432/tcp", not ${JSON.stringify(text)}`);
    return [];
  });
}
