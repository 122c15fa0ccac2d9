import type { PortRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { mayMove } from '../../workspace/containers/mayMove.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/**
 * The TCP ports that the image of a service declares, where it is known to listen on no others than those of the tables
 * and nothing moves them; undefined where more may answer.
 */
export function knownImagePorts(
  workspace: Snapshot,
  registry: Registry,
  service: ProjectService,
  asked: PortRange,
): readonly PortRange[] | undefined {
  const image = service.imageName === undefined ? undefined : registry.image(service.imageName);
  if (!image?.complete || image.configurable) return undefined;
  const replacesCommand = service.replacesCommand && commandMayMove(workspace, service);
  if (mayMove({ ...service, replacesCommand }, asked)) return undefined;
  const found = image.ports.flatMap(({ ports, protocol, declared }) => (declared && protocol === 'tcp' ? [ports] : []));
  return found.length > 0 ? found : undefined;
}

/** `redis-server --appendonly yes` moves nothing. A number in a command is one that the service mentions. */
function commandMayMove(workspace: Snapshot, { declarations }: ProjectService): boolean {
  return declarations.some(({ path, service: { command, entrypoint } }) => {
    const text = command && workspace.facts(path)?.text.slice(command.start, command.end);
    return entrypoint !== undefined || (command !== undefined && (text === undefined || MOVES.test(text)));
  });
}

/** Shells and files, variables, and flags with which a program takes another port without naming it. */
const MOVES = /port|listen|bind|addr|conf|cnf|url|uri|svr|sentinel|cluster|tls|ssl|\bb?a?sh\b|\.sh|[$@<>|;&]/i;
