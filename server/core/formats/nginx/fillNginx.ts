import { interpolate } from '../../ports/read/interpolate.ts';
import type { Mapped } from '../../text/mapped.ts';
import { fillTemplate } from '../directives/fillTemplate.ts';

/** A path that nginx fills in ends the port before it: `https://$host:444$request_uri`. */
export function fillNginx(mapped: Mapped): Mapped {
  return fillTemplate(mapped.text.includes('uri') ? interpolate(mapped, 'backslash', lookup) : mapped);
}

function lookup(name: string): string | undefined {
  return PATHS.has(name) ? '/' : undefined;
}

const PATHS: ReadonlySet<string> = new Set(['request_uri', 'uri', 'document_uri']);
