import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import type { RuleContext } from '../rule.ts';

/** What a platform's file says of its application: the ports that it sends to, and the Dockerfile that builds it. */
export interface PlatformApp {
  readonly dockerfile: DocumentFacts;
  readonly occurrences: readonly PortOccurrence[];
}

/** Undefined where the image is built elsewhere, or where the file may tell the application where to listen. */
export function platformApp({ facts, workspace }: RuleContext): PlatformApp | undefined {
  const { text, format, path } = facts;
  const key = format === 'fly' ? 'internal_port' : 'app_port';
  const occurrences = facts.occurrences.filter(occurrence => occurrence.path.at(-1) === key);
  if (occurrences.length === 0 || MAY_MOVE[format === 'fly' ? 'fly' : 'kamal'].test(text)) return undefined;
  const folder = format === 'fly' ? dirname(path) : dirname(dirname(path));
  const written = /^[ \t]*dockerfile[ \t]*[:=][ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? 'Dockerfile';
  const dockerfile = workspace.facts(resolvePath(folder, written));
  // A start script that puts a server before the application listens elsewhere.
  if (!dockerfile?.stages || /\bthrust(?:er)?\b/.test(dockerfile.text)) return undefined;
  return { dockerfile, occurrences };
}

/** Images and builders of others, a stage that is not the last one, commands, and variables that may name the port. */
const MAY_MOVE = {
  fly: /^[ \t]*(?:image|builder|build-target|build_target|buildpacks|ignorefile)[ \t]*=|^[ \t]*\[(?:processes|experimental|build\.args)\]|^[ \t]*["']?\w*(?:PORT|ADDR|HOST|LISTEN|BIND|URL)\w*["']?[ \t]*=/m,
  kamal: /^[ \t]*(?:target|context|cmd|pack):|^[ \t]*["']?\w*(?:PORT|ADDR|LISTEN|BIND)\w*["']?[ \t]*:/m,
};
