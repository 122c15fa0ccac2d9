import { basename } from '../../text/path.ts';
import type { Sighting, Snapshot } from '../../workspace/snapshot.ts';

/** `compose.yaml:6`, lines counted from 1. */
export function showPlace(snapshot: Snapshot, { path, occurrence }: Sighting): string {
  const line = snapshot.facts(path)?.lines.position(occurrence.span.start).line ?? 0;
  return `${basename(path)}:${line + 1}`;
}
