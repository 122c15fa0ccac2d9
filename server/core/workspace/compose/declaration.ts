import type { ComposeService } from '../../facts/compose.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Environment } from '../environment.ts';

/** A service in one file. */
export interface Declaration {
  readonly path: string;
  readonly service: ComposeService;
  /** What its variables are filled from. */
  readonly environment: Environment;
}

/** Asks for what is known of a document. */
export type FactsOf = (path: string) => DocumentFacts | undefined;
