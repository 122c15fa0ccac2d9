import { type At, at, type Place, type Reader } from '../tree/place.ts';
import { command } from '../values/command.ts';
import { connection } from '../values/connection.ts';
import { environment } from '../values/environment.ts';
import { hostPort } from '../values/hostPort.ts';
import { nothing } from '../values/nothing.ts';
import { options } from '../values/options.ts';
import { port } from '../values/port.ts';
import { setting } from '../values/setting.ts';
import { TCP } from '../values/transports.ts';

const isAttached = (at: At): boolean => at.sibling('request')?.text === 'attach';

/** The configurations of debuggers, which also stand in workspaces below `prefix`. */
export function launchPlaces(prefix = ''): readonly Place[] {
  const where = (path: string): string => `${prefix}**.${path}`;
  return [
    at(where('{port,debugPort}'), port('connect', DIALLED), isAttached),
    at(where('{connect,attach}.port'), port('connect', DIALLED)),
    at(where('listen.port'), port('listen', DIALLED)),
    at(where('{port,debugPort,attachSimplePort}'), port('listen', DIALLED)),
    at(where('debugServer'), port('connect', DIALLED)),
    at(where('{url,urlFilter,webRoot,address,serverReadyAction.uriFormat}'), connection()),
    at(where('{miDebuggerServerAddress,debuggerAddress,target}'), hostPort('connect', TCP)),
    at(where('{args,runtimeArgs,vmArgs,programArgs,javaArgs,runtimeArguments,dlvFlags,serverArgs}'), options()),
    at(where('{env,environment,environmentVariables}'), environment()),
    at(where('{command,preLaunchCommand,debugServerArgs}'), command()),
    at(where('setupCommands.*.text'), commandText()),
    at(where('{name,preLaunchTask,postDebugTask,skipFiles,presentation,linkText,detail,pattern}'), nothing()),
  ];
}

const DIALLED = { protocols: ['tcp'], addressKey: 'host' } as const;

/** `target extended-remote localhost:3333` of gdb. */
function commandText(): Reader {
  const line = setting();
  return {
    what: 'command of a debugger',
    read(node, at) {
      if (node.kind === 'scalar' && node.text.includes('target')) {
        hostPort('connect', TCP).read(node, at);
      } else line.read(node, at);
    },
  };
}
