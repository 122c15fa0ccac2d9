import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { asPort } from '../../../registry/port.ts';
import { freePorts as findFreePorts } from '../../core/analysis.ts';
import { FREE_PORTS, type FreePortsParams, type FreePortsResult } from '../../protocol.ts';
import { busyPorts } from './busyPorts.ts';
import type { Feature } from './feature.ts';
import type { Machine } from './machine.ts';

export const freePorts: Feature = {
  serve({ connection, machine, model, registry }) {
    connection.onRequest(FREE_PORTS, async (params: FreePortsParams): Promise<FreePortsResult> => {
      const near = params.near === undefined ? undefined : asPort(params.near);
      if (params.near !== undefined && near === undefined)
        throw new ResponseError(ErrorCodes.InvalidParams, `${params.near} is no port`);
      const busy = await busyOn(machine);
      const ports = findFreePorts(model.snapshot(), registry, {
        near,
        count: Math.min(Math.max(Math.trunc(params.count) || 1, 1), MOST),
        isBusy: port => busy?.has(port) === true,
      });
      return { ports, checked: busy ? ['not listened on now'] : [] };
    });
  },
};

/** Nobody picks from more. */
const MOST = 1000;

/** Undefined where the machine cannot be asked: what the files tell is still worth having. */
async function busyOn(machine: Machine | undefined): Promise<ReadonlySet<number> | undefined> {
  try {
    return machine && busyPorts(await machine.listening(false));
  } catch {
    return undefined;
  }
}
