import { type Mapped, opaque, UNKNOWN } from '../../text/mapped.ts';
import { readImage } from '../image.ts';
import type { Owner } from '../occurrence.ts';
import { type CommandPort, onlyWord } from './commandValue.ts';
import { readPort } from './port.ts';

/** The container that a command starts. */
export function containerOf(started: { readonly name?: Mapped; readonly image?: Mapped }): Owner | undefined {
  const { name, image } = started;
  if (!image) return undefined;
  if (!name && image.text.includes(UNKNOWN)) return undefined;
  const known = readImage(image.text).name;
  return { kind: 'service', name: name?.text ?? known.slice(known.lastIndexOf('/') + 1), image: known };
}

/** `prometheus`, for `docker run prom/prometheus --web.listen-address=:9091`. */
export function programOf(image: Mapped): Mapped {
  const { name } = readImage(image.text);
  return opaque(name.slice(name.lastIndexOf('/') + 1), image.span);
}

/** `localhost:5000/app:1` */
export function readRegistry(image: Mapped): readonly CommandPort[] {
  const port = readImage(image.text).registryPort;
  return port ? [onlyWord(readPort(image, port.at, port.at + port.length), image, 'registry')] : [];
}
