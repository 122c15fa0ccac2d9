import { asPort } from '../../registry/port.ts';
import { freePorts } from '../core/analysis.ts';
import { loadProjects } from '../node/loadWorkspace.ts';
import { createComplaints } from './complaints.ts';
import type { Io, Status } from './io.ts';
import type { Options } from './options.ts';
import { printable } from './printable.ts';
import { createProgress } from './progress.ts';
import { configOf, targetsOf } from './targets.ts';

/** `portolan free`: numbers that neither the project nor anybody on this machine uses, one a line. */
export function free(options: Options, io: Io): Status {
  const complaints = createComplaints(io);
  const progress = createProgress(io, true);
  const projects = loadProjects(targetsOf(options.operands, io), {
    config: configOf(options, io),
    ignore: options.ignore,
    // What is passed over in a folder is a matter of `check`.
    skip: (shown, reason, given) => given && complaints.skip(shown, reason, given),
    progress: progress.tick,
  });
  progress.done();
  const [first, ...others] = projects.map(({ workspace }) => workspace.snapshot());
  if (complaints.failed() || !first) return 2;
  const busy = io.busyPorts();
  if ('reason' in busy) io.stderr.write(`portolan: ${printable(busy.reason)}; a port may be in use\n`);
  const ports = freePorts(first, io.registry(), {
    near: options.near === undefined ? undefined : asPort(options.near),
    count: options.count,
    isBusy: port => ('reason' in busy ? false : busy.has(port)) || others.some(snapshot => snapshot.isTaken(port)),
  });
  const checked = 'reason' in busy ? [] : ['not listened on now'];
  if (options.format === 'json') io.stdout.write(`${JSON.stringify({ ports, checked })}\n`);
  else for (const port of ports) io.stdout.write(`${port}\n`);
  if (ports.length === options.count) return 0;
  io.stderr.write(`portolan: only ${ports.length} of ${options.count} free ports could be found\n`);
  return 1;
}
