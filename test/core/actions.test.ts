import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type PortAction, portActions, readProjectFile } from '../../server/core/analysis.ts';
import { unmark } from '../harness/marks.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

/** What is offered where the cursors stand (one: a cursor, two: a selection), and the texts afterwards. */
function offered(file: string, marked: string, others: Files = {}) {
  const { text, cursors } = unmark(marked);
  const files: Files = { [file]: text, ...others };
  const project = openProject(files);
  const [start = 0, end = start] = cursors;
  const actions = portActions(project.snapshot, REGISTRY, `${project.root}/${file}`, { start, end }, false);
  const after = (title: RegExp, of: string): string | undefined => {
    const action = actions.find(each => title.test(each.title));
    const path = `${project.root}/${of}`;
    if (!action || action.kind === 'lookUp') return undefined;
    if (action.kind === 'rewrite' && action.change.kind === 'create')
      return action.change.path === path ? action.change.text : undefined;
    const all = action.kind === 'rename' ? action.edits : action.change.kind === 'edit' ? action.change.edits : [];
    const edits = all.filter(edit => edit.path === path);
    return edits.length > 0 ? applyEdits(files[of] ?? '', edits) : undefined;
  };
  return { actions, titles: actions.map(({ title }: PortAction) => title.replace(/port: \d+/, 'port: N')), after };
}

function check(marked: string, titles: readonly string[], file = 'compose.yaml', others: Files = {}): void {
  test(marked.replaceAll('\n', '⏎'), () => assert.deepEqual(offered(file, marked, others).titles, titles));
}

const web = (ports: string): string => `services:\n  web:\n    image: nginx\n    ports:\n      - ${ports}\n`;
const LOOPBACK = 'Publish on 127.0.0.1 only';
const plan = (port: string): string => `Add ${port} to the port plan (portolan.json)`;
/** Which number that is moves with the registry. */
const FREE = 'Take the next free port: N';

check(web('"‸8081:80"'), ['Look up 8081', FREE, LOOPBACK, plan('8081')]);
check(web('"8081‸:80"'), ['Look up 8081', FREE, LOOPBACK, plan('8081')]);
check(web('"‸8081‸:80"'), ['Look up 8081', FREE, LOOPBACK, plan('8081')]);
check(web('"8081:8‸0"'), ['Look up 80', FREE, LOOPBACK, plan('8081')]);
check(web('"‸8081:80‸"'), []);
check(web('"‸80"'), ['Look up 80']);
check(web('"127.0.0.1:‸8081:80"'), ['Look up 8081', FREE, plan('8081')]);
check(web('"192.168.1.4:‸8081:80"'), ['Look up 8081', FREE, plan('8081')]);
check(web('"‸8081-8083:81-83"'), ['Look up 8081', LOOPBACK, plan('8081-8083')]);
check(web('"${PORT:-‸8081}:80"'), ['Look up 8081', FREE, LOOPBACK, plan('8081')]);
check(web('"${P‸ORT:-8081}:80"'), ['Look up 8081', FREE, LOOPBACK, plan('8081')]);
check(web('"‸80810:80"'), []);
check('services:\n  w‸eb:\n    image: nginx\n', []);
check('FROM nginx\nEXPOSE 8‸0\n', ['Look up 80'], 'Dockerfile');
check('Port ‸2222\n', ['Look up 2222', FREE, plan('2222')], 'sshd_config');

const KUBERNETES =
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: NodePort\n  ports: [{port: 80, nodePort: 3‸0080}]\n';
check(KUBERNETES, ['Look up 30080'], 'service.yaml');
check('[[services]]\ninternal_port = 8080\n[[services.ports]]\nport = ‸443\n', ['Look up 443'], 'fly.toml');
// The pipeline's machine has no plan, and App Engine takes no address.
const STEPS =
  'on: push\njobs:\n  a:\n    runs-on: x\n    services:\n      db: {image: postgres, ports: ["‸5432:5432"]}\n';
check(STEPS, ['Look up 5432', FREE, LOOPBACK], '.github/workflows/ci.yml');
check(
  'runtime: custom\nenv: flex\nnetwork:\n  forwarded_ports:\n    - ‸2222:5000/tcp\n',
  ['Look up 2222', FREE, plan('2222')],
  'app.yaml',
);

check(web('"‸8081:80"'), ['Look up 8081', FREE, LOOPBACK], 'compose.yaml', {
  'portolan.json': '{ "ports": { "8080-8090": "ours" } }',
});

function after(title: RegExp, marked: string, expected: string): void {
  test(`${title} in ${marked.replaceAll('\n', '⏎')}`, () => {
    const found = offered('compose.yaml', marked);
    const free = /port: (\d+)/.exec(found.actions.map(action => action.title).join())?.[1] ?? '';
    assert.ok(Number(free) > 8081);
    assert.equal(found.after(title, 'compose.yaml'), expected.replace('FREE', free));
  });
}

after(/free/, web('"‸8081:80"'), web('"FREE:80"'));
after(/free/, web('"8081:‸80/udp"'), web('"FREE:80/udp"'));
after(/free/, web('"${PORT:-‸8081}:80"'), web('"${PORT:-FREE}:80"'));
after(/127/, web('"‸8081:80"'), web('"127.0.0.1:8081:80"'));
after(/127/, web('{ published: ‸8081, target: 80 }'), web('{ published: 8081, host_ip: 127.0.0.1, target: 80 }'));
after(/127/, web('"${PORT:-‸8081}:80"'), web('"127.0.0.1:${PORT:-8081}:80"'));

/** The project file after the port of `web` was planned; it must say so then, and nothing be wrong. */
function planned(before: string | undefined, expected: string | undefined, ports = '"‸8081:80"'): void {
  test(`the plan ${JSON.stringify(before)}`, () => {
    const others: Files = before === undefined ? {} : { 'portolan.json': before };
    const text = offered('compose.yaml', web(ports), others).after(/plan/, 'portolan.json');
    assert.equal(text, expected);
    if (text === undefined) return;
    const { plan, problems } = readProjectFile(text);
    assert.ok(plan.some(({ range, note }) => range.first === 8081 && note === 'web'));
    assert.deepEqual(problems, []);
    assert.ok(!offered('compose.yaml', web(ports), { 'portolan.json': text }).titles.some(each => /plan/.test(each)));
  });
}

const ENTRY = '"8081": "web"';

planned(undefined, `{\n  "ports": {\n    ${ENTRY}\n  }\n}\n`);
planned('{}', `{\n  "ports": {\n    ${ENTRY}\n  }\n}`);
planned('{\n  // ours\n  "rules": {}\n}\n', `{\n  // ours\n  "rules": {},\n  "ports": {\n    ${ENTRY}\n  }\n}\n`);
planned('{ "ports": { "80": "x" } }', `{ "ports": { "80": "x", ${ENTRY} } }`);
planned(
  '{\n  "ports": {\n    "80": "x" // the front\n  }\n}\n',
  `{\n  "ports": {\n    "80": "x", // the front\n    ${ENTRY}\n  }\n}\n`,
);
planned('{ "ports": { "80": "x" } }', '{ "ports": { "80": "x", "8081-8083": "web" } }', '"‸8081-8083:81-83"');
planned('{ "ports": [] }', undefined);
planned('{ "ports": {', undefined);

test('what sets the number moves with it, from wherever it is asked', () => {
  const text = web('"${WEB_PORT:-‸8081}:80"');
  const env = 'WEB_PORT=8081\n';
  const { titles, actions, after: then } = offered('compose.yaml', text, { '.env': env });
  const title = 'Take the next free port: N (and 1 place that means it)';
  assert.equal(titles[1], title);
  const free = /port: (\d+)/.exec(actions[1]?.title ?? '')?.[1];
  assert.equal(then(/free/, '.env'), `WEB_PORT=${free}\n`);
  assert.equal(then(/free/, 'compose.yaml'), web(`"\${WEB_PORT:-${free}}:80"`));
  const fromEnv = offered('.env', 'WEB_PORT=8‸081\n', { 'compose.yaml': web('"${WEB_PORT:-8081}:80"') });
  assert.equal(fromEnv.titles[1], title);
});

test('a fallback that does not count leads to what does', () => {
  const found = offered('compose.yaml', web('"${WEB_PORT:-‸8081}:80"'), { '.env': 'WEB_PORT=9377\n' });
  assert.match(found.after(/free/, '.env') ?? '', /^WEB_PORT=(?!9377)\d+\n$/);
  assert.equal(found.after(/free/, 'compose.yaml'), undefined);
});

test('places that only probably mean the port are counted apart, and left where nobody can be asked', () => {
  const files: Files = {
    'compose.yaml': web('"9377:80"'),
    'package.json': '{ "scripts": { "open": "curl http://localhost:9377/" } }\n',
  };
  const project = openProject(files);
  const path = `${project.root}/compose.yaml`;
  const at = files['compose.yaml']?.indexOf('9377') ?? 0;
  const title = (canConfirm: boolean): string | undefined =>
    portActions(project.snapshot, REGISTRY, path, { start: at, end: at }, canConfirm)[1]?.title;
  assert.match(title(true) ?? '', /^Take the next free port: \d+ \(and 1 place that probably means it\)$/);
  assert.match(title(false) ?? '', /^Take the next free port: \d+$/);
});
