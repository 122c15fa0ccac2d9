import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Port } from '../../registry/port.ts';
import { freePorts, portReferences, prepareRename, renamePort } from '../../server/core/analysis.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

/** `places` of the port behind `before` are found and renamed. What looks at all places for each place would not end in time. */
function check(title: string, files: Files, file: string, before: string, places: number): void {
  test(title, { timeout: 60_000 }, () => {
    const { snapshot } = openProject(files);
    const path = `/project/${file}`;
    const offset = (files[file] ?? '').indexOf(before) + before.length;
    assert.equal(portReferences(snapshot, path, offset).length, places);
    assert.ok(!('refused' in prepareRename(snapshot, REGISTRY, path, offset)));
    const renamed = renamePort(snapshot, REGISTRY, path, offset, '64000', true);
    assert.deepEqual('refused' in renamed ? renamed.refused : undefined, undefined);
    const free = freePorts(snapshot, REGISTRY, { near: 1024 as Port, count: 3, isBusy: () => false });
    assert.equal(free.length, 3);
  });
}

const MANY = 10_000;

const each = (line: (index: number) => string): string =>
  Array.from({ length: MANY }, (_, index) => line(index)).join('');
const service = (index: number, mapping: string): string =>
  `  s${index}:\n    image: nginx\n    ports: ["${mapping}"]\n`;

check(
  'variables of a .env, each in a service of its own',
  {
    'compose.yaml': `services:\n${each(index => service(index, `\${V${index}}:80`))}`,
    '.env': each(index => `V${index}=${2000 + index}\n`),
  },
  'compose.yaml',
  '"${V77',
  2,
);
check(
  'services that all take the same',
  { 'compose.yaml': `services:\n${each(index => service(index, '8080:80'))}` },
  'compose.yaml',
  '"8080',
  MANY,
);
check(
  'services with a port each',
  { 'compose.yaml': `services:\n${each(index => service(index, `${2000 + index}:80`))}` },
  'compose.yaml',
  '"2077',
  1,
);
check(
  'ranges that hold nearly all numbers, beside one port',
  {
    'compose.yaml': `services:\n${each(index => service(index, '2000-9999:2000-9999'))}  one:\n    ports: ["10007:80"]\n`,
  },
  'compose.yaml',
  '"10007',
  1,
);
check(
  'a service that is dialled everywhere',
  {
    'compose.yaml': `services:\n  db:\n    ports: ["5555:5432"]\n  a:\n    environment:\n${each(index => `      URL_${index}: a://db:5432\n`)}`,
  },
  'compose.yaml',
  ':5432',
  MANY + 1,
);
