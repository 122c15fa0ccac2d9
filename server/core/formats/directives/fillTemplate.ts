import { interpolate } from '../../ports/read/interpolate.ts';
import { ERB, fillPlaceholders, MUSTACHE, type PlaceholderForm } from '../../ports/read/placeholders.ts';
import type { Mapped } from '../../text/mapped.ts';

/**
 * Fills in what stands in the configuration of servers for a value: `$host` and `${PORT:-8080}`, and what the tools write
 * that make such files, `{{ port | default(8080) }}` and `<%= port %>`.
 */
export function fillTemplate(mapped: Mapped): Mapped {
  const { text } = mapped;
  const marked = text.includes('%%') ? fillPlaceholders(mapped, PERCENT_MARKS) : mapped;
  const moustache = text.includes('{{') ? fillPlaceholders(marked, MUSTACHE) : marked;
  const erb = text.includes('<%') ? fillPlaceholders(moustache, ERB) : moustache;
  return text.includes('$') ? interpolate(erb, 'backslash') : erb;
}

/** `%%port%%`, which start scripts of images replace. */
const PERCENT_MARKS: PlaceholderForm = { open: '%%', close: '%%', read: name => ({ name }) };
