import type { DocumentFacts } from '../../facts/document.ts';
import type { StartedContainer } from '../../facts/startedContainer.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import type { Snapshot } from '../snapshot.ts';
import { createContainerCommands } from './containerCommands.ts';

/** A container that a mapping is of, and how it comes to run. */
export interface FoundContainer extends StartedContainer {
  /** Somebody types it; elsewhere it is a description of what is to run. */
  readonly isCommand: boolean;
}

/**
 * Finds what starts the container that a mapping at an offset is of. Undefined where that cannot be told: then nobody
 * knows what it was told besides.
 */
export function createStartedContainers(
  workspace: Snapshot,
  { path, text, startedContainers = [] }: DocumentFacts,
): (offset: number, image: string) => FoundContainer | undefined {
  // A drop-in of a unit may add anything.
  const described = workspace.inFolder(`${path}.d`).length > 0 ? [] : startedContainers;
  const commandAt = createContainerCommands(text);
  return (offset, image) => {
    const command = commandAt(offset, image);
    if (command) return { ...command, isCommand: true };
    const container = described[lowerBound(described, offset + 1, ({ span }) => span.start) - 1];
    return container && offset < container.span.end ? { ...container, isCommand: false } : undefined;
  };
}
