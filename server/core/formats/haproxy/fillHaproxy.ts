import { fillPlaceholders, type PlaceholderForm } from '../../ports/read/placeholders.ts';
import type { Mapped } from '../../text/mapped.ts';
import { fillTemplate } from '../directives/fillTemplate.ts';

/** `https://%[hdr(host)]:8443`, besides `"${NAME}"` and what templates have. */
export function fillHaproxy(mapped: Mapped): Mapped {
  return fillTemplate(mapped.text.includes('%[') ? fillPlaceholders(mapped, SAMPLE) : mapped);
}

/** https://docs.haproxy.org/dev/configuration.html#7.3 */
const SAMPLE: PlaceholderForm = { open: '%[', close: ']', read: name => ({ name }) };
