import { entries, get, isNull, type Node, scalar } from '../../syntax/tree.ts';

/**
 * True where a file says what only Swarm does: then replicas stand behind its routing mesh, which has one port for all.
 * https://docs.docker.com/reference/cli/docker/stack/deploy/
 */
export function hasSwarmSigns(documents: readonly Node[], services: readonly (Node | undefined)[]): boolean {
  return (
    services.some(service => isDeployedToSwarm(get(service, 'deploy'))) ||
    documents.some(
      document =>
        entries(get(document, 'networks')).some(({ value }) => textOf(value, 'driver') === 'overlay') ||
        [get(document, 'secrets'), get(document, 'configs')]
          .flatMap(entries)
          .some(({ value }) => isExternal(get(value, 'external'))),
    )
  );
}

const SIGNS = ['update_config', 'rollback_config', 'placement', 'endpoint_mode', 'mode', 'restart_policy', 'labels'];

function isDeployedToSwarm(deploy: Node | undefined): boolean {
  return SIGNS.some(key => get(deploy, key) !== undefined);
}

/** `external: { name: … }` is the older form of `external: true`. */
function isExternal(node: Node | undefined): boolean {
  return node !== undefined && !isNull(node) && scalar(node)?.text !== 'false';
}

function textOf(node: Node | undefined, key: string): string | undefined {
  return scalar(get(node, key))?.text;
}
