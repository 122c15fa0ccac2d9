import type { DocumentFacts } from '../../facts/document.ts';
import type { Snapshot } from '../snapshot.ts';
import { createContainerCommands } from './containerCommands.ts';
import { jobContainer } from './jobContainer.ts';
import type { StartedContainer } from './startedContainer.ts';
import { unitContainer } from './unitContainer.ts';

/**
 * Finds what starts the container that a mapping at an offset is of. Undefined where that cannot be told: then nobody
 * knows what it was told besides.
 */
export function createStartedContainers(
  workspace: Snapshot,
  facts: DocumentFacts,
): (offset: number, image: string) => StartedContainer | undefined {
  if (facts.format === 'quadlet') {
    const unit = unitContainer(workspace, facts);
    return () => unit;
  }
  const commandAt = createContainerCommands(facts);
  return (offset, image) =>
    commandAt(offset, image) ?? (facts.format === 'github-actions' ? jobContainer(facts, offset) : undefined);
}
