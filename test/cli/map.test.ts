import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

/** Two projects in one tree, a plan, a variable, a conflict, and a file that is no project's. */
const FILES = {
  'portolan.json': '{"ports": {"8080-8089": "shop", "9000": {"owner": "billing", "note": "not built yet"}}}\n',
  'shop/compose.yaml': `services:
  web:
    image: nginx:1.27
    ports: ["\${WEB_PORT}:80", "127.0.0.1:8443:443"]
    environment: {API_URL: "http://api:3000"}
  api:
    build: ./api
    ports: ["8080:3000"]
    environment: {DATABASE_URL: "postgres://db:5432/shop"}
  db:
    image: postgres:16
    ports: ["5432:5432"]
`,
  'shop/.env': 'WEB_PORT=8080\n',
  'shop/api/Dockerfile': 'FROM node:22\nEXPOSE 3000\n',
  'dns/compose.yaml': `services:
  pihole:
    image: pihole/pihole
    ports: ["53:53/tcp", "53:53/udp", "8053:80"]
`,
  'redis.conf': 'port 6379\n',
};

/** What is printed, and what the golden file says; with `UPDATE=1` that is written first. */
function check(format: string, name: string): void {
  test(`${format} is as ever`, () => {
    const cwd = temporaryFolder(FILES);
    const { status, stdout, stderr } = portolan(`map --format ${format}`, { cwd });
    assert.deepEqual([status, stderr], [0, '']);
    const golden = join(import.meta.dirname, 'golden', name);
    if (process.env.UPDATE === '1') writeFileSync(golden, stdout);
    assert.equal(stdout, existsSync(golden) ? readFileSync(golden, 'utf8').replaceAll('\r\n', '\n') : '');
  });
}

check('text', 'map.text.txt');
check('markdown', 'map.markdown.txt');
check('mermaid', 'map.mermaid.txt');
check('json', 'map.json.txt');

test('a table fits a hundred columns', () => {
  const lines = portolan('map --all', { cwd: temporaryFolder(FILES) }).stdout.split('\n');
  assert.deepEqual(
    lines.filter(line => line.length > 100),
    [],
  );
});

test('places are named as the path was typed', () => {
  const { stdout } = portolan('map ./shop --format json', { cwd: temporaryFolder(FILES) });
  const [first] = JSON.parse(stdout);
  assert.equal(first.places[0].path, 'shop/compose.yaml');
  assert.equal(first.places[0].project, 'shop');
});

test('a conflict with a file that was not asked for is told all the same', () => {
  const cwd = temporaryFolder({
    '.git/HEAD': '',
    'a/compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n',
    'b/compose.yaml': 'services:\n  app:\n    image: httpd\n    ports: ["8080:80"]\n',
  });
  assert.match(portolan('map a/compose.yaml', { cwd }).stdout, /possible conflict\n/);
  assert.match(portolan('map', { cwd }).stdout, /possible conflict with app \(\.\.\/b\/compose\.yaml:4\)/);
});

test('nothing found is said, and is no failure', () => {
  const cwd = temporaryFolder({ 'README.txt': 'hello\n' });
  const { status, stdout } = portolan('map', { cwd });
  assert.deepEqual([status, stdout], [0, 'No ports found\n']);
  assert.equal(portolan('map --format json', { cwd }).stdout, '[]\n');
});

test('a path that cannot be read is exit status 2, and the rest is shown', () => {
  const { status, stdout, stderr } = portolan('map missing shop', { cwd: temporaryFolder(FILES) });
  assert.equal(status, 2);
  assert.match(stderr, /missing/);
  assert.match(stdout, /5432\/tcp/);
});

test('what git ignores is left out, unless it is wanted', () => {
  const cwd = temporaryFolder({ ...FILES, '.git/HEAD': '', '.gitignore': 'dns/\n' });
  assert.doesNotMatch(portolan('map', { cwd }).stdout, /pihole/);
  assert.match(portolan('map --no-ignore', { cwd }).stdout, /pihole/);
});

test('another project file', () => {
  const cwd = temporaryFolder({ ...FILES, 'other.json': '{"ports": {"7000": "elsewhere"}}\n' });
  assert.match(portolan('map --config other.json', { cwd }).stdout, /7000 +elsewhere/);
});
