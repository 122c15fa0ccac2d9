import { readFileSync } from 'node:fs';
import { dclint } from './dclint.ts';
import { OUTPUT, peakMemory, race, ratio } from './measure.ts';
import { BARE_NODE, NODE, portolan } from './programs.ts';
import { atMost, megabytes, milliseconds, type Row, round, type Section, times } from './section.ts';
import { composeFiles, mixed } from './trees.ts';

const COMMAND = 'node dist/cli.js check COMPOSE';
const RIVAL = 'node dclint.cjs --recursive COMPOSE';
const MIXED_COMMAND = 'node dist/cli.js check TREE';

/** `portolan check`, against dclint on compose files and by itself on a tree. */
export function benchCheck(rounds: number): Section {
  const { folder, files, bytes } = composeFiles();
  const rival = dclint();
  const own = portolan('check', folder);
  const rows: Row[] = [];
  if ('path' in rival) {
    const other = { program: NODE, args: [rival.path, '--recursive', folder], statuses: [0, 1] };
    const { portolan: ours, dclint: theirs, node } = race({ portolan: own, dclint: other, node: BARE_NODE }, rounds);
    const faster = ratio(theirs, ours);
    rows.push({
      what: `dclint's time, in those of \`check\`: the same ${files} compose files (${megabytes(bytes)}), one call each`,
      figure: times(faster, 'as long'),
      target: { text: 'at least 30 ×', met: faster.median >= 30 },
      command: `${COMMAND}; ${RIVAL}`,
    });
    rows.push({
      what: '`check` of these files',
      figure: `${milliseconds(ours)}, ${times(ratio(ours, node), 'bare Node')}`,
      command: COMMAND,
    });
    rows.push({ what: 'dclint of these files', figure: milliseconds(theirs), command: RIVAL });
    const reports = peakOf(other.args, other.statuses);
    rows.push({ what: 'Memory of dclint at its peak', figure: megabytes(reports), command: RIVAL });
  } else {
    const { portolan: ours, node } = race({ portolan: own, node: BARE_NODE }, rounds);
    rows.push({
      what: `\`check\` of ${files} compose files`,
      figure: times(ratio(ours, node), 'bare Node'),
      command: COMMAND,
    });
  }
  rows.push({ what: 'Memory of `check` at its peak', figure: megabytes(peakMemory(own)), command: COMMAND });
  rows.push(...onTree(rounds));
  return {
    title: 'check',
    rows,
    notes: [
      "Node's own start is in every time.",
      ...('missing' in rival ? [`${rival.missing}, so there is no comparison.`] : []),
      'dclint judges more than ports, and prints far more: it is what people run over compose files today.',
    ],
  };
}

function onTree(rounds: number): readonly Row[] {
  const tree = mixed();
  const command = portolan('check', tree.folder);
  const { check, node } = race({ check: command, node: BARE_NODE }, Math.min(rounds, 5));
  const lines = readFileSync(OUTPUT, 'utf8').split('\n').length;
  const peak = peakMemory(command);
  return [
    {
      what: `\`check\` of the mixed tree: ${tree.files} files, ${megabytes(tree.bytes)}, of which it opens ${tree.opened.files} (${megabytes(tree.opened.bytes)})`,
      figure: `${milliseconds(check)}, ${times(ratio(check, node), 'bare Node')}; ${round(lines)} lines of output`,
      command: MIXED_COMMAND,
    },
    {
      what: 'Its memory at its peak',
      figure: megabytes(peak),
      target: atMost(peak, 250e6, 'at most 250 MB'),
      command: MIXED_COMMAND,
    },
  ];
}

function peakOf(args: readonly string[], statuses: readonly number[]): number {
  return peakMemory({ program: NODE, args, statuses });
}
