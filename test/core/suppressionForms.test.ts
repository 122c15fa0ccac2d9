import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type Finding, suppressionEdit } from '../../server/core/analysis.ts';
import type { DocumentFacts } from '../../server/core/facts/document.ts';
import { fixtures, readFixture } from '../harness/golden.ts';
import { openProject } from '../harness/project.ts';

/** The comment is read, on a line of its own, above the port, and as a head comment; `mark` opens it where an editor writes one. */
function form(file: string, text: string, mark: string): void {
  test(`${file}: ${text.split('\n')[0]}`, () => {
    const facts = factsOf(file, text);
    assert.deepEqual(
      facts.suppressions.map(({ scope, line, rules }) => [scope, line, rules.map(({ id }) => id).join()]),
      [
        ['file', 0, 'rule-a'],
        ['line', 2, 'rule-b,rule-c'],
      ],
    );
    assert.deepEqual([...new Set(facts.occurrences.map(({ span }) => facts.lines.position(span.start).line))], [2]);
    for (const { span, comment, rules } of facts.suppressions) {
      assert.match(text.slice(span.start, span.end), /^portolan-ignore.*rule-[ac]$/);
      assert.ok(comment.start < span.start && span.end <= comment.end && rules.length > 0);
    }
    assert.equal(facts.comment?.open.toLowerCase(), mark);
  });
}

function factsOf(file: string, text: string): DocumentFacts {
  const { root, snapshot } = openProject({ [file]: text });
  const facts = snapshot.facts(`${root}/${file}`);
  assert.ok(facts);
  return facts;
}

/** A comment for the file, one for the next line, and the line; `@` stands for the words. */
const lines = (comment: string, port: string): string =>
  [
    comment.replace('@', 'portolan-ignore-file rule-a'),
    comment.replace('@', 'portolan-ignore rule-b rule-c'),
    port,
    '',
  ].join('\n');

form('app.env', lines('# @', 'PORT=8080'), '#');
form('nginx.conf', lines('# @', 'events { } http { server { listen 8080; } }'), '#');
form('main.tf', lines('// @', 'variable "port" { default = 8080 }'), '//');
form('main.tf', lines('/* @ */', 'variable "port" { default = 8080 }'), '/*');
form('named.conf', lines('// @', 'options { listen-on port 5300 { any; }; };'), '//');
form('server.xml', lines('<!-- @ -->', '<Server port="8005"></Server>'), '<!--');
form('php.ini', lines('; @', 'mysqli.default_port = 3307'), ';');
form('prosody.cfg.lua', lines('-- @', 'http_ports = { 5280 }'), '--');
form('run.cmd', lines('REM @', 'set PORT=8080'), 'rem');
form('run.cmd', lines(':: @', 'set PORT=8080'), '::');
form('app.properties', lines('! @', 'server.port=8080'), '!');
form('vm.args', lines('# @', '-kernel inet_dist_listen_min 9100'), '#');
form('.devcontainer/devcontainer.json', lines('// @', '{ "forwardPorts": [3000] }'), '//');
form('vite.config.ts', lines('// @', 'export default { server: { port: 3000 } };'), '//');
form('vite.config.ts', lines('/* @ */', 'export default { server: { port: 3000 } };'), '/*');
form('run.ps1', lines('# @', '$env:PORT = 8080'), '#');
form('run.ps1', lines('<# @ #>', '$env:PORT = 8080'), '#');
form('Makefile', lines('# @', 'PORT = 8080'), '#');
form(
  'config.php',
  lines('<?php // @', `define('DB_HOST', 'db:3307');`).replace('<?php //', '<?php #').replace('\n<?php', '\n'),
  '#',
);

// The head of a file: behind what must stand first, and before the first content.
function head(file: string, text: string, isRead: boolean): void {
  test(`the head of ${file}: ${JSON.stringify(text)}`, () =>
    assert.equal(factsOf(file, text).suppressions.length, isRead ? 1 : 0));
}

const HEAD = '# portolan-ignore-file rule-a\n';
for (const [file, content] of [
  ['compose.yaml', 'services: {}\n'],
  ['haproxy.cfg', 'frontend a\n  bind :8080\n'],
  ['redis.conf', 'port 6379\n'],
  ['Caddyfile', ':8080\n'],
  ['app.toml', 'port = 8080\n'],
] as const) {
  head(file, `${HEAD}${content}`, true);
  head(file, `# words\n\n# more words\n${HEAD}${content}`, true);
  head(file, `\uFEFF${HEAD}${content}`, true);
  head(file, `${content}${HEAD}`, false);
}
head('run.sh', `#!/bin/sh\n${HEAD}PORT=8080\n`, true);
head('run.sh', `#!/bin/sh\nset -e\n${HEAD}PORT=8080\n`, false);
head('compose.yaml', `---\n${HEAD}services: {}\n`, true);
head('compose.yaml', `%YAML 1.2\n---\n${HEAD}services: {}\n`, true);
head('Dockerfile', `# syntax=docker/dockerfile:1\n${HEAD}FROM a\nEXPOSE 80\n`, true);
head('Dockerfile', `ARG A=1\n${HEAD}FROM a\nEXPOSE 80\n`, false);
head('server.xml', `<?xml version="1.0"?>\n<!-- portolan-ignore-file rule-a -->\n<Server port="8005"/>\n`, true);

test('a head of blanks alone is read in linear time', () => {
  const { suppressions } = factsOf('app.env', `${' \n'.repeat(200_000)}x # portolan-ignore rule-a\n`);
  assert.ok(suppressions.length < 2);
});

// In every format: what an editor writes to suppress a finding is read again, and moves no port.
const OWN_COMMENTS = fixtures().filter(fixture => readFixture(fixture).comment);

for (const fixture of OWN_COMMENTS) {
  test(`what suppresses in ${fixture.name}`, () => {
    const facts = readFixture(fixture);
    const byLine = new Map(facts.occurrences.map(each => [facts.lines.position(each.span.start).line, each.span]));
    let offered = 0;
    for (const span of [...byLine.values()].slice(0, 12)) {
      for (const scope of ['line', 'file'] as const) {
        const finding: Finding = {
          rule: 'rule-a',
          severity: 'info',
          at: { path: facts.path, span },
          message: '',
          related: [],
          fixes: [],
        };
        const edit = suppressionEdit(facts, finding, scope);
        if (!edit) continue;
        offered++;
        const after = readFixture(fixture, applyEdits(facts.text, [edit]));
        const moved = span.start + edit.newText.length;
        assert.ok(after.occurrences.some(each => each.span.start === moved));
        assert.equal(after.occurrences.length, facts.occurrences.length);
        const { line } = after.lines.position(moved);
        assert.ok(after.suppressions.some(one => one.scope === scope && (scope === 'file' || one.line === line)));
      }
    }
    assert.ok(offered > 0 || byLine.size === 0 || UNREAD.has(fixture.name), 'nothing can be suppressed here');
  });
}

/** Comments of these templates are none of the syntax that is read. */
const UNREAD: ReadonlySet<string> = new Set(['truenas-app/templates/docker-compose.yaml']);
