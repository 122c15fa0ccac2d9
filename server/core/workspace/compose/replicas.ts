import { interpolate } from '../../ports/read/interpolate.ts';
import type { Span } from '../../text/span.ts';
import type { ProjectService } from './composeProject.ts';

/** How many containers a service asks for, and where. */
export interface Replicas {
  readonly count: number;
  readonly path: string;
  readonly span: Span;
}

/** The last file that says so decides; a variable without a value leaves it open. */
export function replicasOf({ declarations }: ProjectService): Replicas | undefined {
  const last = declarations.findLast(({ service }) => service.replicas !== undefined);
  const written = last?.service.replicas;
  if (!last || !written) return undefined;
  const { text } = interpolate(written, 'dollar', last.environment.lookup);
  return /^\d{1,6}$/.test(text) ? { count: Number(text), path: last.path, span: written.span } : undefined;
}
