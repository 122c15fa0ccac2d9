import { interpolate } from '../../ports/read/interpolate.ts';
import type { Mapped } from '../../text/mapped.ts';

/** `$NAME` and `${NAME}` of variables that the file or the service sets. */
export function fillVariables(text: Mapped): Mapped {
  return interpolate(text, 'backslash');
}
