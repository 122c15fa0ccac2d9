import { createServicePorts, type ServicePorts } from '../../workspace/compose/servicePorts.ts';
import type { RuleContext } from '../rule.ts';

/** The ports of services, whatever says so; for `shared`, as several rules ask. */
export function knownPorts({ workspace, registry }: RuleContext): ServicePorts {
  return createServicePorts(workspace, registry);
}
