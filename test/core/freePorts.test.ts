import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { freePorts } from '../../server/core/analysis.ts';
import { nextFreePort } from '../../server/core/workspace/freePort.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

interface Asked {
  readonly near?: number;
  readonly count?: number;
  readonly busy?: readonly number[];
}

function found(files: Files, { near, count = 1, busy = [] }: Asked = {}): readonly number[] {
  return freePorts(openProject(files).snapshot, REGISTRY, {
    near: near === undefined ? undefined : asPort(near),
    count,
    isBusy: port => busy.includes(port),
  });
}

function check(name: string, files: Files, asked: Asked, holds: (ports: readonly number[]) => boolean): void {
  test(name, () => {
    const ports = found(files, asked);
    assert.ok(holds(ports), ports.join(' '));
  });
}

function compose(...ports: readonly string[]): Files {
  return {
    'compose.yaml': `services:\n  web:\n    image: x\n    ports: [${ports.map(port => `"${port}"`).join(', ')}]\n`,
  };
}

const between = (first: number, last: number) => (ports: readonly number[]) =>
  ports.length > 0 && ports.every(port => first <= port && port <= last);

check('without any file: where people look for web servers', {}, {}, between(8000, 8100));
check('where the project has most of its ports', compose('5432:5432', '3100:80', '3101:80'), {}, between(3102, 3200));
check('of two ports rather beside the one that many take', compose('5432:5432', '3000:80'), {}, between(3001, 3100));
check('not where a privileged port is all there is', compose('80:80'), {}, between(1024, 32767));
check(
  'where programs listen, if nothing is published',
  { Dockerfile: 'FROM x\nEXPOSE 4100\n' },
  {},
  between(4101, 4200),
);
check('as many as were asked for, all different', {}, { count: 50 }, ports => new Set(ports).size === 50);
check('in their order', {}, { count: 50 }, ports => ports.join() === ports.toSorted((a, b) => a - b).join());
check('none that somebody listens on', {}, { near: 15000, busy: [15000, 15001] }, ports => ports[0] === 15002);
check('none that a file names', compose('15000-15004:80-84'), { near: 15000, count: 9 }, between(15005, 15100));
check(
  'none that is known, or refused by browsers',
  {},
  { near: 6660, count: 20 },
  ports => ![6660, 6665, 6666, 6667, 6668, 6669, 6679].some(port => ports.includes(port)),
);
check('above the last that stays put, the next below', {}, { near: 40000, count: 3 }, between(32000, 32767));
check('privileged ports are not offered', {}, { near: 80 }, between(1024, 1100));
check('no more than there are', {}, { near: 8000, count: 64000 }, ports => ports.length > 9000 && ports.length < 32000);

const PLAN = { 'portolan.json': '{"ports": {"15000-15002": "anybody", "15003-15010": {"owner": "payments"}}}' };
check(
  'the plan goes first, and what it gave away is not offered',
  PLAN,
  { near: 15000, count: 5 },
  ports => ports.join() === '15000,15001,15002,15011,15013',
);
check(
  'in the plan from the number on that was meant',
  PLAN,
  { near: 15001, count: 2 },
  ports => ports.join() === '15001,15002',
);
check('a plan leads there without a word', PLAN, {}, ports => ports.join() === '15000');

function next(name: string, files: Files, port: number, expected: number | undefined): void {
  test(`after ${port} ${name}`, () =>
    assert.equal(nextFreePort(openProject(files).snapshot, REGISTRY, port), expected));
}

next('comes the next', {}, 6670, 6671);
next('comes what no file names', compose('15001-15004:80-83'), 15000, 15005);
next('comes what the plan holds ready', PLAN, 8080, 15000);
next('in the plan comes not the same again', PLAN, 15002, 15000);
next('comes nothing where all is given out by the system', {}, 40000, undefined);
