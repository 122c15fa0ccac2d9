import { basename } from '../../text/path.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/**
 * True with signs that a project is deployed to Swarm, whose routing mesh takes a port once, on all nodes, and which
 * passes over `network_mode`. https://docs.docker.com/engine/swarm/ingress/
 */
export function isForSwarm(workspace: Snapshot, project: ComposeProject): boolean {
  return (
    project.files.some(
      path => basename(path).toLowerCase().includes('stack') || workspace.facts(path)?.compose?.hasSwarmSigns === true,
    ) ||
    project.services.some(({ ports }) =>
      ports.some(({ entry }) => entry.form === 'long' && entry.mode?.text === 'ingress'),
    )
  );
}
