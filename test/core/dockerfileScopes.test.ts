import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showRange } from '../../registry/port.ts';
import { openProject } from '../harness/project.ts';

/** What each variable of the file's occurrences stands for, in the order of their places; `-` where nothing is known. */
function check(name: string, lines: readonly string[], expected: readonly string[]): void {
  test(name, () => {
    const path = '/project/Dockerfile';
    const { snapshot } = openProject({ Dockerfile: `${lines.join('\n')}\n` });
    const found = (snapshot.facts(path)?.occurrences ?? []).flatMap(occurrence => {
      if (occurrence.value.kind !== 'variable') return [];
      const { range } = snapshot.resolve(path, occurrence);
      return [range ? showRange(range) : '-'];
    });
    assert.deepEqual(found, expected);
  });
}

check(
  'an instruction sees what stands above it',
  ['FROM a', 'EXPOSE $P', 'ENV P=80', 'EXPOSE $P', 'ENV P=81'],
  ['-', '80'],
);
check('the last value above counts', ['FROM a', 'ENV P=80', 'ENV P=81', 'EXPOSE $P'], ['81']);
check('ENV goes before ARG, wherever it stands', ['FROM a', 'ENV P=80', 'ARG P=81', 'EXPOSE $P'], ['80']);
check('an ARG before FROM is out of reach', ['ARG P=80', 'FROM a', 'EXPOSE $P'], ['-']);
check('until it is repeated', ['ARG P=80', 'FROM a', 'ARG P', 'EXPOSE $P'], ['80']);
check('or given another default', ['ARG P=80', 'FROM a', 'ARG P=81', 'EXPOSE $P'], ['81']);
check('an ARG that nobody gives a value', ['FROM a', 'ARG P', 'EXPOSE $P'], ['-']);
check(
  'FROM sees only what stands before the first',
  ['ARG P=5000', 'FROM a', 'ARG P=1', 'FROM localhost:${P:-1}/b'],
  ['5000'],
);
check('stages are apart', ['FROM a', 'ENV P=80', 'FROM b', 'EXPOSE $P'], ['-']);
check('a stage has what it is built from', ['FROM a AS one', 'ENV P=80', 'FROM one', 'EXPOSE $P'], ['80']);
check('at any distance', ['FROM a AS x', 'ARG P=80', 'FROM x AS y', 'FROM y', 'EXPOSE $P'], ['80']);
check('and its ENV goes before an own ARG', ['FROM a AS x', 'ENV P=80', 'FROM x', 'ARG P=81', 'EXPOSE $P'], ['80']);
check('a range', ['FROM a', 'ENV P=8000-8010', 'EXPOSE $P'], ['8000-8010']);
check('one variable in another', ['FROM a', 'ARG A=80', 'ENV P=${A}90', 'EXPOSE $P'], ['8090']);
check(
  'a default counts where nothing is set',
  ['FROM a', 'EXPOSE ${P:-82}', 'ENV P=80', 'EXPOSE ${P:-82}'],
  ['82', '80'],
);

test('a chain of stages that each ask for a name costs linear time', () => {
  const stages = Array.from({ length: 5000 }, (_, index) => `FROM s${index} AS s${index + 1}\nENV A${index}=$B P=$P`);
  openProject({ Dockerfile: `FROM a AS s0\n${stages.join('\n')}\n` });
});
