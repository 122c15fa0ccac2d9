import { CADDY_PLACEHOLDER, fillPlaceholders, type PlaceholderForm } from '../../ports/read/placeholders.ts';
import type { Mapped } from '../../text/mapped.ts';
import { fillTemplate } from '../directives/fillTemplate.ts';

/** `{$PORT:8080}` when the file is read, `{host}` for each request, and what templates have. */
export function fillCaddy(mapped: Mapped): Mapped {
  if (!mapped.text.includes('{')) return mapped.text.includes('$') ? fillTemplate(mapped) : mapped;
  const template = mapped.text.includes('{{') || mapped.text.includes('${') ? fillTemplate(mapped) : mapped;
  return fillPlaceholders(fillPlaceholders(template, CADDY_PLACEHOLDER), RUN_TIME);
}

/** https://caddyserver.com/docs/conventions#placeholders */
const RUN_TIME: PlaceholderForm = { open: '{', close: '}', read: name => ({ name }) };
