import { codeActions } from './codeActions.ts';
import { completion } from './completion.ts';
import type { Feature } from './feature.ts';
import { freePorts } from './freePorts.ts';
import { highlights } from './highlights.ts';
import { hovers } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { listening } from './listening.ts';
import { portMap } from './portMap.ts';
import { portPages } from './portPage.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { search } from './search.ts';

/** What this server does for its clients, beside diagnostics. */
export const FEATURES: readonly Feature[] = [
  hovers,
  completion,
  references,
  highlights,
  rename,
  codeActions,
  inlayHints,
  portPages,
  search,
  portMap,
  freePorts,
  listening,
];
