import { fillPlaceholders, type PlaceholderForm } from '../../ports/read/placeholders.ts';
import type { Mapped } from '../../text/mapped.ts';
import { fillTemplate } from '../directives/fillTemplate.ts';

/** `%{HTTP_HOST}` of conditions and rewrites, besides `${NAME}` and what templates have. */
export function fillApache(mapped: Mapped): Mapped {
  return fillTemplate(mapped.text.includes('%{') ? fillPlaceholders(mapped, SERVER_VARIABLE) : mapped);
}

/** https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewritecond */
const SERVER_VARIABLE: PlaceholderForm = { open: '%{', close: '}', read: name => ({ name }) };
