import { onPath } from '../editor/onPath.ts';
import { type Command, peakMemory, race, ratio, type Times } from './measure.ts';
import { BARE_NODE, portolan } from './programs.ts';
import { atMost, megabytes, milliseconds, type Row, round, type Section, times } from './section.ts';
import { configuration, mixed, type Tree } from './trees.ts';

const PATTERN = '[0-9]{2,5}';

/** `portolan scan`, against ripgrep looking for anything like a port. */
export function benchScan(rounds: number): Section {
  const rg = onPath('rg');
  return {
    title: 'scan',
    rows: [
      ...rowsOf('TREE', 'the mixed tree', mixed(), rg, rounds),
      ...rowsOf('CONFIG', 'configuration alone', configuration(), rg, rounds),
    ],
    notes: [
      "MB/s counts every byte of the tree, and for the second figure only the files that are opened; Node's own start is in the time.",
      'Files whose names no format claims are not opened: only the walk meets them. Ripgrep reads them, on all cores, but no hidden file (`.env`, `.github`).',
      ...(rg === undefined ? ['There is no `rg` on this machine, so that comparison is missing.'] : []),
    ],
  };
}

function rowsOf(name: string, title: string, tree: Tree, rg: string | undefined, rounds: number): readonly Row[] {
  const command = `node dist/cli.js scan ${name}`;
  const own = portolan('scan', tree.folder);
  const programs: { scan: Command; node: Command; ripgrep?: Command } = { scan: own, node: BARE_NODE };
  if (rg !== undefined) programs.ripgrep = { program: rg, args: ['-c', PATTERN, tree.folder] };
  const { scan, node, ripgrep } = race(programs, rounds);
  const isMixed = name === 'TREE';
  const fast = throughput(tree.bytes, scan);
  const near = ripgrep && ratio(scan, ripgrep);
  const met = fast >= 25 || (near !== undefined && near.median <= 12);
  const target = isMixed ? { target: { text: '25 MB/s, or 12 × rg', met } } : {};
  const peak = peakMemory(own);
  return [
    {
      what: `\`scan\` of ${title}: ${tree.files} files, ${megabytes(tree.bytes)}, of which it opens ${tree.opened.files} (${megabytes(tree.opened.bytes)})`,
      figure: `${round(fast)} MB/s; ${round(throughput(tree.opened.bytes, scan))} MB/s of what it opens`,
      ...target,
      command,
    },
    { what: 'Its time', figure: `${milliseconds(scan)}, ${times(ratio(scan, node), 'bare Node')}`, command },
    ...(near && ripgrep
      ? [
          {
            what: 'Against ripgrep',
            figure: `${times(near, 'rg')}; rg takes ${milliseconds(ripgrep)}`,
            ...target,
            command: `${command}; rg -c '${PATTERN}' ${name}`,
          },
        ]
      : []),
    {
      what: 'Its memory at its peak',
      figure: megabytes(peak),
      ...(isMixed && { target: atMost(peak, 250e6, 'at most 250 MB') }),
      command,
    },
  ];
}

/** In millions of bytes each second. */
function throughput(bytes: number, { median }: Times): number {
  return bytes / 1e6 / (median / 1000);
}
