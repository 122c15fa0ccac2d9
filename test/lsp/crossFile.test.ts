import assert from 'node:assert/strict';
import test from 'node:test';
import { PUSHED, shown, startPair } from '../harness/lspPair.ts';

const FOLDER = 'file:///work';
const BASE = `${FOLDER}/compose.yaml`;
const OVERRIDE = `${FOLDER}/compose.override.yaml`;
const ENV = `${FOLDER}/.env`;

const WEB = 'services:\n  web:\n    image: nginx\n    ports:\n      - "8111:80"\n';
const API = 'services:\n  api:\n    image: nginx\n    ports:\n      - "8111:80"\n';
const BY_VARIABLE = `services:
  web:
    image: nginx
    ports:
      - "\${WEB_PORT}:80"
  api:
    image: nginx
    ports:
      - "8112:80"
`;

const COLLIDES = ['host-port-collision 8111'];

test('an override on the disk counts before it is opened', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [BASE]: WEB, [OVERRIDE]: API } });
  pair.open(BASE, WEB);
  await pair.until(() => pair.refreshes() > 0);
  assert.deepEqual(await pair.problems(BASE, WEB), COLLIDES);
  await pair.stop();
});

test('an edit of one file refreshes what it moved in another', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [BASE]: WEB, [OVERRIDE]: API } });
  await pair.until(() => pair.refreshes() > 0);
  pair.open(BASE, WEB);
  pair.open(OVERRIDE, API);
  assert.deepEqual(await pair.problems(BASE, WEB), COLLIDES);
  await pair.idle();
  const before = pair.refreshes();
  pair.change(OVERRIDE, 2, { text: API.replace('8111', '8113') });
  await pair.until(() => pair.refreshes() === before + 1);
  assert.deepEqual(await pair.problems(BASE, WEB), []);
  await pair.stop();
});

test('an edit that moves nothing elsewhere refreshes nothing', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [BASE]: WEB, [OVERRIDE]: API } });
  await pair.until(() => pair.refreshes() > 0);
  pair.open(BASE, WEB);
  pair.open(OVERRIDE, API);
  await pair.problems(BASE, WEB);
  await pair.problems(OVERRIDE, API);
  await pair.idle();
  const before = pair.refreshes();
  pair.change(OVERRIDE, 2, { text: `${API}# the end\n` });
  await pair.idle();
  assert.equal(pair.refreshes(), before);
  await pair.stop();
});

test('a client that is sent diagnostics gets those of the other file too', async () => {
  const pair = await startPair({ capabilities: PUSHED, folders: [FOLDER] });
  pair.open(BASE, WEB);
  pair.open(OVERRIDE, API);
  const problems = (): readonly string[] => shown(WEB, pair.published.get(BASE)?.diagnostics ?? []);
  await pair.until(() => problems().length === 1);
  pair.change(OVERRIDE, 2, { text: API.replace('8111', '8113') });
  await pair.until(() => problems().length === 0);
  await pair.stop();
});

test('a variable is looked up in the file beside it, ignored by git or not', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [ENV]: 'WEB_PORT=8112\n' } });
  pair.files.hidden.add(ENV);
  pair.open(BASE, BY_VARIABLE);
  assert.deepEqual(await pair.problems(BASE, BY_VARIABLE), ['host-port-collision 8112']);
  await pair.stop();
});

test('an edit of the variables is seen at once, saved or not', async () => {
  const pair = await startPair({ folders: [FOLDER], files: { [BASE]: BY_VARIABLE, [ENV]: 'WEB_PORT=8110\n' } });
  pair.open(BASE, BY_VARIABLE);
  assert.deepEqual(await pair.problems(BASE, BY_VARIABLE), []);
  pair.open(ENV, 'WEB_PORT=8110\n', 'dotenv');
  await pair.idle();
  const before = pair.refreshes();
  pair.change(ENV, 2, { text: 'WEB_PORT=8112\n' });
  await pair.until(() => pair.refreshes() === before + 1);
  assert.deepEqual(await pair.problems(BASE, BY_VARIABLE), ['host-port-collision 8112']);
  pair.close(ENV);
  await pair.until(() => pair.refreshes() === before + 2);
  assert.deepEqual(await pair.problems(BASE, BY_VARIABLE), []);
  await pair.stop();
});

test('nothing outside the folders is read', async () => {
  const text = 'services:\n  web:\n    image: nginx\n    env_file: ["../secret.env", "/etc/passwd", near.env]\n';
  const pair = await startPair({ folders: [FOLDER] });
  pair.open(BASE, text);
  await pair.problems(BASE, text);
  assert.deepEqual(
    pair.files.reads.filter(uri => !uri.startsWith(`${FOLDER}/`)),
    [],
  );
  assert.ok(pair.files.reads.includes(`${FOLDER}/near.env`));
  await pair.stop();
});
