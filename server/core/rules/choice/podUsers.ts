import type { Port } from '../../../../registry/port.ts';
import type { ContainerUser } from '../../facts/kubernetes.ts';
import { writtenRange } from '../../ports/value.ts';
import type { Span } from '../../text/span.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

export interface UserPort {
  readonly user: ContainerUser;
  /** The pod has no network of its own. */
  readonly onNode: boolean;
  readonly container: string;
  readonly port: Port;
  readonly span: Span;
}

/**
 * The ports of containers whose user may not open those that are for root. The file of a program can give it the right,
 * so only where rights are taken away does one know.
 */
export function* portsOfPodUsers(workspace: Snapshot, path: string): Iterable<UserPort> {
  for (const { object, isOpen } of workspace.cluster().objectsOf(path)) {
    const { pod } = object;
    if (!pod || isOpen || pod.isPartial) continue;
    for (const { user, name = '', ports } of pod.containers) {
      if (!user?.hasNoMoreRights || user.mayOpenAnyPort) continue;
      for (const { number } of ports) {
        const port = writtenRange(number.value)?.first;
        if (port !== undefined) yield { user, onNode: pod.hostNetwork, container: name, port, span: number.span };
      }
    }
  }
}
