import type { ContainerUser } from '../../facts/kubernetes.ts';
import { get, items, type Node, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import { type TextOf, textAt } from './objectText.ts';

/**
 * Whom a container runs as, where that is not root for certain; what it says itself goes before what the pod says.
 * https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export function containerUser(spec: Node | undefined, container: Node, text: TextOf): ContainerUser | undefined {
  const own = get(container, 'securityContext');
  const ofPod = get(spec, 'securityContext');
  const at = (key: string): string | undefined =>
    textAt(get(own, key) === undefined ? ofPod : own, key, text)?.toLowerCase();
  const isWritten = get(own, 'runAsUser') !== undefined || get(ofPod, 'runAsUser') !== undefined;
  const id = at('runAsUser');
  if (isWritten ? !/^[1-9]\d*$/.test(id ?? '') : at('runAsNonRoot') !== 'true') return undefined;
  const capabilities = get(own, 'capabilities');
  const dropped = words(get(capabilities, 'drop'));
  const sysctls = items(get(ofPod, 'sysctls'));
  return {
    ...optional('id', id),
    mayOpenAnyPort:
      textAt(own, 'privileged', text) === 'true' ||
      sysctls.some(sysctl => scalar(get(sysctl, 'name'))?.text === 'net.ipv4.ip_unprivileged_port_start') ||
      words(get(capabilities, 'add')).some(word => BINDS.test(word)),
    hasNoMoreRights:
      dropped.some(word => BINDS.test(word)) || textAt(own, 'allowPrivilegeEscalation', text) === 'false',
  };
}

/** https://man7.org/linux/man-pages/man7/capabilities.7.html */
const BINDS = /^(?:all|(?:cap_)?net_bind_service)$/i;

function words(node: Node | undefined): readonly string[] {
  return items(node).map(item => scalar(item)?.text ?? '');
}
