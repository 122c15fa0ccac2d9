import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/core/analysis.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

const MB = 1_000_000;
const MANY = 1_000;
const NAMES = ['compose.yaml', 'Dockerfile', '.env'];

/** No input throws, in any format, and reading and judging it ends within seconds, as their time is linear. */
function check(name: string, text: string, names: readonly string[] = NAMES): void {
  for (const file of names) folder(`${name} as ${file}`, { [file]: text });
}

function folder(name: string, files: Files): void {
  test(name, { timeout: 20_000 }, () => {
    const project = openProject(files);
    for (const [file, text] of Object.entries(files)) {
      for (const { at } of project.findings(file)) {
        assert.ok(0 <= at.span.start && at.span.start <= at.span.end && at.span.end <= text.length);
      }
      for (const offset of [0, text.length >> 1, text.length]) {
        hover(project.snapshot, REGISTRY, `${project.root}/${file}`, offset, {
          markup: 'markdown',
          link: () => undefined,
          pageLink: () => undefined,
        });
      }
    }
  });
}

const service = (body: string): string => `services:\n  a:\n    image: b\n${body}`;

check(
  'every character of the first plane',
  Array.from({ length: 65536 }, (_, code) => String.fromCharCode(code)).join(''),
);
check(
  'bytes that are no text',
  Array.from({ length: 50_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join(''),
);
check('lone surrogates', service('    ports: ["\uD83D8080:80", "80\uDE00:80"]\n    environment: { PORT: "\uD83D" }\n'));
check('NUL', 'services:\0\n  a:\0\n    ports: ["80\0:80"]\n');
check('a byte order mark and nothing', '\uFEFF');
check('a long line', `PORT=${'8080:'.repeat((2 * MB) / 5)}`);
check('a long line of ports', service(`    ports: [${'"8080:80", '.repeat(MANY)}]\n`), ['compose.yaml']);
check('a long line without a break', 'x'.repeat(10 * MB));
check('a long line of digits', `EXPOSE ${'8'.repeat(MB)}\n`);
check('many dollars', `PORT=${'$'.repeat(MB)}`);
check('many open expressions', service(`    ports: ["${'${A:-'.repeat(20_000)}"]\n`));
check('many expressions', service(`    ports: ["${'${A:-80}'.repeat(20_000)}"]\n`));
check('many colons', service(`    ports: ["${':'.repeat(MB / 5)}80"]\n`));
check('many slashes', service(`    ports: ["80${'/'.repeat(MB / 5)}tcp"]\n`));
check('many hyphens', service(`    ports: ["80${'-'.repeat(MB / 5)}90"]\n`));
check('many URLs', service(`    environment: { X: "${'http://a:80/ '.repeat(20_000)}" }\n`));
check('many quotes', `CMD ${'"'.repeat(MB / 5)}`);
check('many blank lines', '\n'.repeat(MB / 2));
check('many suppressions', '# portolan-ignore a\n'.repeat(20_000));
check('deep', `${'['.repeat(50_000)}${'{a: '.repeat(50_000)}`);
check(
  'many services on one port',
  `services:\n${Array.from({ length: MANY }, (_, at) => `  s${at}:\n    image: b\n    ports: ["8080:80"]\n`).join('')}`,
  ['compose.yaml'],
);
check(
  'many services on ports of their own',
  `services:\n${Array.from({ length: MANY }, (_, at) => `  s${at}:\n    image: b\n    ports: ["${1024 + at}:80"]\n`).join('')}`,
  ['compose.yaml'],
);
check('many stages', 'FROM a\nEXPOSE 80\n'.repeat(MANY));
check('stages in a circle', 'FROM b AS a\nFROM a AS b\nEXPOSE 80\n');
check('an anchor that holds itself', 'services: &a\n  a: *a\n  b:\n    image: c\n    ports: &p [*p, "80:80"]\n');
check(
  'aliases that double',
  `a0: &a0 ["80:80"]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}${service('    ports: *a30\n')}`,
);
check(
  'merge keys that double',
  `a0: &a0 {ports: ["80:80"]}\n${Array.from({ length: 25 }, (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}]}\n`).join('')}services:\n  a: *a25\n`,
);
check('merge keys in a circle', 'services:\n  a: &a\n    <<: *b\n    image: x\n  b: &b\n    <<: *a\n    image: y\n');
check(
  'names of built-in things',
  service('    ports: ["${__proto__:-80}:80", "${constructor}:81"]\n').replace('a:', '__proto__:'),
);

folder('extends in a long chain', {
  'compose.yaml': `services:\n${Array.from({ length: MANY }, (_, at) => `  s${at}:\n    extends: s${at + 1}\n    ports: ["${1024 + at}:80"]\n`).join('')}`,
});
folder('extends in a circle of files', {
  'compose.yaml': 'services:\n  a:\n    extends: { file: other/compose.yaml, service: a }\n    ports: ["80:80"]\n',
  'other/compose.yaml': 'services:\n  a:\n    extends: { file: ../compose.yaml, service: a }\n    ports: ["81:80"]\n',
});
folder('include of itself', {
  'compose.yaml': `include: [compose.yaml, ./compose.yaml, ../w/compose.yaml]\n${service('    ports: ["80:80"]\n')}`,
});
folder('variables that name each other', {
  'compose.yaml': service('    ports: ["${A}:80"]\n'),
  '.env': 'A=${B}\nB=${A}\nC=${C}\n',
});
folder('variables that double', {
  'compose.yaml': service('    ports: ["${V30}:80"]\n'),
  '.env': `V0=80\n${Array.from({ length: 30 }, (_, at) => `V${at + 1}=\${V${at}}\${V${at}}\n`).join('')}`,
});
folder(
  'many projects on one port',
  Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [`p${at}/compose.yaml`, service('    ports: ["8080:80"]\n')]),
  ),
);
