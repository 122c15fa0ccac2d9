import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoverOptions } from '../../server/core/analysis.ts';
import { hoverIn } from '../harness/hover.ts';
import type { Files } from '../harness/project.ts';

/** `lines`: what the lines of the hover begin with, in their order; links are left out. */
function check(
  name: string,
  files: Files,
  covered: string,
  lines: readonly string[],
  options?: Partial<HoverOptions>,
): void {
  test(name, () => {
    const found = hoverIn(files, options);
    assert.equal(found?.covered, covered);
    const shown = found.text.split(/\n+/).map(line => line.replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1').trimEnd());
    assert.deepEqual(
      shown.map((line, index) => line.slice(0, lines[index]?.length ?? line.length)),
      lines,
    );
  });
}

function nothing(name: string, files: Files): void {
  test(name, () => assert.equal(hoverIn(files), undefined));
}

/** A service `db` with one mapping. */
function compose(mapping: string, image = 'postgres:16', more = ''): string {
  return `services:\n  db:\n    image: ${image}\n    ports:\n      - "${mapping}"\n${more}`;
}

const API = '  api:\n    image: example/api\n    environment:\n      DATABASE_URL: postgres://db:5432/app\n';

check(
  'a published port: who, registration, here, where else',
  { 'compose.yaml': compose('54‸32:5432', 'postgres:16', API) },
  '5432',
  [
    "**5432/tcp** · **PostgreSQL** (this service's image `postgres:16`) · ",
    'Registered to **postgresql** (PostgreSQL Database) · IANA 20',
    'Also used by ',
    "Here: host port of `db` on **all interfaces** → container 5432. Docker publishes past the host's firewall",
    'Also: `compose.yaml:9`',
    "Listening now? `ss -ltnp 'sport = :5432'` · Port page",
  ],
);

/** Who the first line says it is, where no image is known. */
function says(who: string, file: string, text: string): void {
  test(`${who}: ${text.trim().split('\n').join(' ')}`, () => {
    const [first = ''] = hoverIn({ [file]: text })?.text.split('\n') ?? [];
    assert.match(first, new RegExp(`\\*\\*\\[?${who}\\b`));
  });
}

says('NGINX', 'compose.yaml', 'services:\n  nginx-edge:\n    image: example/edge\n    ports:\n      - "4‸43:443"\n');
says(
  'Nginx Proxy Manager',
  'compose.yaml',
  'services:\n  nginx-proxy-manager:\n    image: a/b\n    ports:\n      - "81:8‸1"\n',
);
says('Redis', '.env', 'REDIS_PORT=63‸79\n');
says('Redis', '.env', 'REDIS_PORT=63‸80\n');
says('PostgreSQL', '.env', 'MASTODON_DB_PORT=54‸32\n');
says('Next.js', 'Dockerfile', 'FROM node:22\nEXPOSE 30‸00\n');
says('ASP.NET', 'Dockerfile', 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nEXPOSE 80‸80\n');
says('Django', 'Dockerfile', 'FROM python:3.12\nEXPOSE 80‸00\n');
says('HTTP', 'Dockerfile', 'FROM alpine\nEXPOSE 8‸0\n');
says('MQTT', 'Dockerfile', 'FROM alpine\nEXPOSE 18‸83\n');

test('a use that only one list knows is no more than a perhaps', () => {
  const [first = '', second = ''] = hoverIn({ Dockerfile: 'FROM alpine\nEXPOSE 98‸53\n' })?.text.split('\n') ?? [];
  assert.match(first, /^\*\*9853\/tcp\*\* · perhaps \*\*\[JDBC exporter\]/, second);
});

check('a number that many programs take by default', { 'compose.yaml': compose('30‸00:5432') }, '3000', [
  "**3000/tcp** · **PostgreSQL** (this service's image `postgres:16`)",
  'Registered to **',
  'Also used by ',
  'Here: host port of `db`',
  'Crowded: 3',
  'Listening now?',
]);

check(
  'a stage that comes from an image by way of two others',
  { Dockerfile: 'FROM postgres:16 AS a\nFROM a AS b\nFROM b\nEXPOSE 54‸32\n' },
  '5432',
  [
    '**5432/tcp** · **PostgreSQL** (base image `postgres:16`)',
    'Registered to **postgresql**',
    'Also used by ',
    'Here: declared with EXPOSE',
    'Port page',
  ],
);

check(
  'another number outside is still the image’s software',
  { 'compose.yaml': compose('127.0.0.1:254‸33:5432') },
  '25433',
  [
    "**25433/tcp** · **PostgreSQL** (this service's image `postgres:16`)",
    'Unassigned: registered to nobody',
    'Also used by ',
    'Here: host port of `db` on **127.0.0.1** → container 5432, for this machine only',
    'Listening now?',
  ],
);

check('the container side', { 'compose.yaml': compose('127.0.0.1:1111:5432‸') }, '5432', [
  '**5432/tcp** · **PostgreSQL**',
  'Registered to **postgresql**',
  'Also used by ',
  'Here: container port of `db`, published as host port 1111',
  'Port page',
]);

check(
  'what a sibling dials is the sibling’s image',
  { 'compose.yaml': compose('127.0.0.1:1111:5432', 'postgres:16', API.replace('5432', '‸5432')) },
  '5432',
  [
    '**5432/tcp** · **PostgreSQL** (image of `db`: `postgres:16`)',
    'Registered to **postgresql**',
    'Also used by ',
    'Here: `api` connects to `db`',
    'Also: `compose.yaml:5`',
    'Port page',
  ],
);

check(
  'a default, and the file that sets another value',
  { 'compose.yaml': compose('${DB_PORT:-54‸32}:5432'), '.env': '\nDB_PORT=6432\n' },
  '5432',
  [
    '**5432/tcp** · default of `DB_PORT`; `.env:2` sets **6432**',
    '6432 · **PostgreSQL**',
    'Registered to **pgbouncer**',
    'Also used by PgBouncer',
    'Here: host port of `db`',
    'Also: `.env:2`',
    'Listening now?',
  ],
);

check('a default that nothing overrides', { 'compose.yaml': compose('${DB_PORT:-54‸32}:5432') }, '5432', [
  '**5432/tcp** · default of `DB_PORT` · **PostgreSQL**',
  'Registered to **postgresql**',
  'Also used by ',
  'Here: host port of `db`',
  'Listening now?',
]);

check('the name of a variable', { 'compose.yaml': compose('${DB_‸PORT}:5432'), '.env': 'DB_PORT=6432' }, '${DB_PORT}', [
  '`DB_PORT`: `.env:1` sets **6432**',
  '6432 · **PostgreSQL**',
  'Registered to **pgbouncer**',
  'Also used by ',
  'Here: host port of `db`',
  'Also: `.env:1`',
  'Listening now?',
]);

test('a definition leads to its uses, and says each place once', () => {
  const found = hoverIn({ 'compose.yaml': compose('${DB_PORT}:5432'), '.env': 'DB_PORT=54‸32' });
  assert.match(found?.text ?? '', /Used by: \[`compose.yaml:5`\]/);
  assert.doesNotMatch(found?.text ?? '', /Also: /);
});

test('the name of a variable tells who uses the port', () => {
  const mapped = (mapping: string): string => `services:\n  tools:\n    build: .\n    ports: ["${mapping}:3000"]\n`;
  const title = (files: Files): string | undefined => hoverIn(files)?.text.split('\n').slice(0, 2).join();
  assert.match(title({ 'compose.yaml': mapped('${METABASE_PORT:-30‸00}') }) ?? '', /Metabase/);
  const files = { 'compose.yaml': mapped('${METABASE‸_PORT}'), '.env': 'METABASE_PORT=3000\n' };
  assert.match(title(files) ?? '', /Metabase/);
  assert.match(title({ 'metabase/Dockerfile': 'FROM scratch\nEXPOSE 30‸00\n' }) ?? '', /Metabase/);
});

check(
  'what is included has variables of its own',
  {
    'compose.yaml': 'include:\n  - path: db/compose.yaml\n    env_file: db/defaults.env\n',
    'db/compose.yaml': compose('${DB_‸PORT}:5432'),
    'db/defaults.env': 'DB_PORT=6432\n',
  },
  '${DB_PORT}',
  [
    '`DB_PORT`: `defaults.env:1` sets **6432**',
    '6432 · **PostgreSQL**',
    'Registered to **',
    'Also used by ',
    'Here: host port of `db`',
    'Also: `defaults.env:1`',
    'Listening now? `ss',
  ],
);

nothing('a variable that nobody sets', { 'compose.yaml': compose('${DB_‸PORT}:5432') });
nothing('a number that is no port', { 'compose.yaml': compose('999‸99:5432') });
nothing('a tag', { 'compose.yaml': compose('1:5432', 'postgres:1‸6') });

check('an end of a range', { 'compose.yaml': compose('8000-80‸10:8000-8010', 'example/app') }, '8000-8010', [
  '**8000-8010/tcp** · 11 ports',
  'Known within it: 8000 ',
  'Here: host port of `db` on **all interfaces** → container 8000-8010',
]);

check('port 0', { 'compose.yaml': compose('127.0.0.1:‸0:80', 'example/app') }, '0', [
  '**0/tcp**',
  'Here: host port of `db`',
  'Port 0 is no port: it asks the system for a free one',
]);

check('UDP has its own registration', { 'compose.yaml': compose('‸69:69/udp', 'example/app') }, '69', [
  '**69/udp**',
  'Registered to **tftp**',
  'Also used by ',
  'Here: host port',
  'Listening now? `ss -lunp',
]);

check('EXPOSE opens nothing', { Dockerfile: 'FROM postgres:16\nEXPOSE 543‸2\n' }, '5432', [
  '**5432/tcp** · **PostgreSQL** (base image `postgres:16`)',
  'Registered to **postgresql**',
  'Also used by ',
  'Here: declared with EXPOSE, which opens nothing by itself',
  'Port page',
]);

check(
  'other systems have other commands',
  { 'compose.yaml': compose('127.0.0.1:641‸:80', 'example/app') },
  '641',
  ['**641/tcp**', 'Registered to **repcmd**', 'Here: host port', 'Listening now? `Get-NetTCPConnection'],
  { system: 'windows' },
);

/** What four popular pages say wrong. */
const known = (port: number, ...lines: readonly string[]): void =>
  check(`${port}`, { 'compose.yaml': compose(`127.0.0.1:${port}‸:80`, 'example/app') }, `${port}`, [
    `**${port}/tcp**`,
    ...lines,
    'Here: host port',
    'Listening now?',
  ]);

known(641, 'Registered to **repcmd**');
known(642, 'Registered to **esro-emsdp** (ESRO-EMSDP V1.3)');
known(1642, 'Registered to **isis-am**');
known(3640, 'Registered to **netplay-port1** (Netplay Port 1)');
known(
  1640,
  'Registered to **cert-responder**',
  'Often said to be Autodesk Data Management Server: claimed, no primary source found',
);

test('1640: Apple by TCP, Sun by UDP, and Autodesk is no use', () => {
  const text = (protocol: string): string =>
    hoverIn({ 'compose.yaml': compose(`1640‸:80/${protocol}`, 'example/app') })?.text ?? '';
  assert.match(text('tcp').split('\n')[0] ?? '', /best known for .*Apple/);
  assert.match(text('udp').split('\n')[0] ?? '', /best known for .*Sun/);
  assert.doesNotMatch(text('tcp'), /[Uu]sed by [^\n]*Autodesk/);
});

test('text from a file cannot become markup', () => {
  const name = 'a`b**[x](http://evil.example)<b>\\u001b[31m\\u202e';
  const files = { 'compose.yaml': `services:\n  "${name}":\n    image: "x:\`1"\n    ports: ["80‸80:80"]\n` };
  const text = hoverIn(files)?.text ?? '';
  assert.ok(text.includes('``a`b**[x](http://evil.example)<b>\uFFFD[31m\uFFFD``'), text);
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('plain text has no markup', () => {
  const text =
    hoverIn({ 'compose.yaml': compose('54‸32:5432', 'postgres:16', API) }, { markup: 'plaintext' })?.text ?? '';
  assert.match(text, /^5432\/tcp · PostgreSQL \(this service's image postgres:16\)/);
  assert.doesNotMatch(text, /\*\*|`|\]\(|\\/);
});

test('Windows paths and CRLF change nothing', () => {
  const unix = hoverIn({ 'compose.yaml': compose('${DB_PORT:-54‸32}:5432'), '.env': 'DB_PORT=6432\n' });
  const windows = hoverIn({
    'compose.yaml': compose('${DB_PORT:-54‸32}:5432').replaceAll('\n', '\r\n'),
    '.env': 'DB_PORT=6432\r\n',
  });
  assert.equal(windows?.text, unix?.text);
});

/** The first line of the hover on an expression: its way to a number. */
function way(files: Files, line: string): void {
  test(`the way of ${Object.keys(files).join(' and ')}`, () => {
    const [first = ''] = hoverIn(files)?.text.split(/ {2}\n/) ?? [];
    assert.equal(first.replace(/\]\([^)]*\)|\[/g, ''), line);
  });
}

way(
  { 'c/templates/s.yaml': 'port: {{ .Values.service.po‸rt }}\n', 'c/values.yaml': 'service:\n  port: 8080\n' },
  '`.Values.service.port`: `values.yaml:2` sets **8080**',
);
way({ Procfile: 'web: serve --port $PO‸RT\n', '.env': 'PORT=8080\n' }, '`PORT`: `.env:1` sets **8080**');
way(
  { 'a/package.json': '{"scripts": {"dev": "vite --port ${PORT:-30‸00}"}}', '.env': 'PORT=8080\n' },
  '**3000/tcp** · default of `PORT`; `.env:1` sets **8080**',
);
way({ 'run.sh': 'PORT=8080\ncurl http://localhost:$PO‸RT/\n' }, '`PORT`: `run.sh:1` sets **8080**');
way({ Makefile: 'PORT ?= 8080\nrun:\n\tserve --port $(PO‸RT)\n' }, '`PORT`: `Makefile:1` sets **8080**');
way(
  { 'application-dev.yml': 'management.server.port: ${server.po‸rt}\n', 'application.yml': 'server.port: 8080\n' },
  '`server.port`: `application.yml:1` sets **8080**',
);
way(
  {
    'roles/w/tasks/main.yml': '- ufw:\n    port: "{{ web_po‸rt }}"\n',
    'roles/w/defaults/main.yml': 'web_port: 8080\n',
  },
  '`web_port`: `main.yml:1` sets **8080**',
);
way(
  {
    'apache2/ports.conf': 'Listen ${WEB_PO‸RT}\n',
    'apache2/apache2.conf': 'Define WEB_PORT 8080\nInclude ports.conf\n',
  },
  '`WEB_PORT`: `apache2.conf:1` sets **8080**',
);
way(
  { 'a.service': '[Service]\nEnvironment=PORT=8080\nExecStart=/bin/app --port $PO‸RT\n' },
  '`PORT`: `a.service:2` sets **8080**',
);
