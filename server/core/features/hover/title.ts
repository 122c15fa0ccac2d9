import { showRange, sizeOf } from '../../../../registry/port.ts';
import { writtenRange } from '../../ports/value.ts';
import { basename } from '../../text/path.ts';
import { code, escapeMarkdown, link } from '../markdown.ts';
import { cited } from './known.ts';
import type { LikelyUse } from './likelyUse.ts';
import type { HoverSubject } from './subject.ts';

/** `**5432/tcp** · **PostgreSQL** (this service's image `postgres:16`) · database connections` */
export function title(subject: HoverSubject, use: LikelyUse | undefined): string {
  const { range, occurrence, resolution, options } = subject;
  const transport = occurrence.protocols ? `/${occurrence.protocols.join('+')}` : '';
  const written = writtenRange(occurrence.value);
  const parts: string[] = [];
  if (resolution.definition) {
    const { path, name, line, span } = resolution.definition;
    const place = link(code(`${basename(path)}:${line + 1}`), options.link({ path, span }));
    const sets = `${place} sets **${showRange(range)}**`;
    parts.push(
      written ? `**${showRange(written)}${transport}** · default of ${code(name)}; ${sets}` : `${code(name)}: ${sets}`,
      ...(use ? [`${showRange(range)} · ${naming(subject, use)}`] : []),
    );
    return parts.join('  \n');
  }
  parts.push(`**${showRange(range)}${transport}**`);
  if (sizeOf(range) > 1) parts.push(`${sizeOf(range)} ports`);
  if (resolution.fallbackOf !== undefined) parts.push(`default of ${code(resolution.fallbackOf)}`);
  if (use) parts.push(naming(subject, use));
  return parts.join(' · ');
}

function naming({ occurrence }: HoverSubject, use: LikelyUse): string {
  const name = `**${use.use ? cited(use.use) : escapeMarkdown(use.software)}**`;
  const reason =
    use.image === undefined ? '' : ` (${whose(use.image.service, occurrence.owner?.name)} ${code(use.image.written)})`;
  const purpose = use.purpose === undefined ? '' : ` · ${escapeMarkdown(use.purpose)}`;
  // Only the number speaks for it: that is a custom, not knowledge of this place.
  if (use.because !== 'known') return `${name}${reason}${purpose}`;
  return `${use.use?.confidence === 'low' ? 'perhaps' : 'best known for'} ${name}${purpose}`;
}

function whose(service: string | undefined, owner: string | undefined): string {
  if (service === undefined) return 'base image';
  return service === owner ? `this service's image` : `image of ${code(service)}:`;
}
