import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseOptions } from '../../server/cli/options.ts';
import { portolan } from '../harness/commandLine.ts';

const RULES = ['host-port-collision', 'port-out-of-range', 'datastore-published'];

/** The words of what is wrong. */
function wrong(command: string, expected: RegExp): void {
  test(`portolan ${command}: wrong`, () => {
    const parsed = parseOptions(command.split(' '), RULES);
    assert.equal(parsed.kind, 'wrong');
    assert.match(parsed.kind === 'wrong' ? parsed.message : '', expected);
  });
}

function right(command: string, expected: Readonly<Record<string, unknown>>): void {
  test(`portolan ${command}: right`, () => {
    const parsed = parseOptions(command.split(' '), RULES);
    assert.equal(parsed.kind, 'run', JSON.stringify(parsed));
    assert.partialDeepStrictEqual(parsed.kind === 'run' ? parsed.options : {}, expected);
  });
}

right('check', { command: 'check', operands: [], format: 'text', failOn: 'error', level: 'info', ignore: true });
right('check a b/c', { operands: ['a', 'b/c'] });
right('check --format sarif', { format: 'sarif' });
right('check --format=github x', { format: 'github', operands: ['x'] });
right('--format jsonl check x', { format: 'jsonl', operands: ['x'] });
right('check --fail-on warning --level hint', { failOn: 'warning', level: 'hint' });
right('check --rule port-out-of-range=off --rule=host-port-collision=info', {
  rules: { 'port-out-of-range': 'off', 'host-port-collision': 'info' },
});
right('check --max-warnings 0 --pedantic --no-ignore --fix', {
  maxWarnings: 0,
  pedantic: true,
  ignore: false,
  fix: true,
});
right('check --baseline a.json --write-baseline b.json', { baseline: 'a.json', writeBaseline: 'b.json' });
right('check --stdin --stdin-path compose.yaml', { stdinPath: 'compose.yaml' });
right('check -- --odd-name', { operands: ['--odd-name'] });
right('scan --format json x', { command: 'scan', format: 'json' });
right('explain 0-65535 --format jsonl', { command: 'explain', operands: ['0-65535'], format: 'jsonl' });
right('lsp --stdio', { command: 'lsp' });
right('lsp --stdio --clientProcessId=12', { command: 'lsp' });

wrong('chek', /unknown command "chek"; did you mean check\?/);
wrong('8080', /did you mean portolan explain 8080\?/);
wrong('frobnicate', /there are check, scan, explain, .*lsp/);
wrong('check --fromat json', /unknown option --fromat; did you mean --format\?/);
wrong('check --zzz', /unknown option --zzz; see portolan --help/);
wrong('check -x', /unknown option -x/);
wrong('check --format yaml', /unknown format "yaml"; one of text, json, jsonl, sarif, github, gitlab/);
wrong('scan --format sarfi', /unknown format "sarfi"; one of text, json, jsonl$/);
wrong('check --format sarfi', /did you mean sarif\?/);
wrong('check --format', /--format needs a value: --format FORMAT/);
wrong('check --format --fix', /--format needs a value/);
wrong('check --fix=yes', /--fix takes no value/);
wrong('check --level 7', /unknown level for --level "7"; one of error, warning, info, hint/);
wrong('check --level warnings', /did you mean warning\?/);
wrong('check --fail-on never', /unknown level for --fail-on "never"/);
wrong('check --rule host-port-colision=off', /unknown rule "host-port-colision"; did you mean host-port-collision\?/);
wrong('check --rule collision=off', /unknown rule "collision"; one of host-port-collision/);
wrong('check --rule port-out-of-range', /--rule needs a level: --rule port-out-of-range=warning/);
wrong('check --rule port-out-of-range=of', /unknown level for port-out-of-range "of"; did you mean off\?/);
wrong('check --baseline', /--baseline needs a value: --baseline FILE/);
wrong('check --baseline=', /--baseline needs a file/);
wrong('check --write-baseline=', /--write-baseline needs a file/);
wrong('check --stdin --stdin-path x --write-baseline b', /one file only/);
wrong('check --basline b', /did you mean --baseline\?/);
wrong('scan --baseline b', /scan does not take --baseline; check does/);
wrong('check --max-warnings -1', /--max-warnings needs a value/);
wrong('check --max-warnings=-1', /needs a number, not "-1"/);
wrong('check --max-warnings few', /needs a number, not "few"/);
wrong('scan --fix', /scan does not take --fix; check does/);
wrong('explain 80 --no-ignore', /explain does not take --no-ignore; check, scan, map and free do/);
wrong('explain', /explain needs a port or a name/);
wrong('check --stdin', /--stdin needs the path that it stands for/);
wrong('check --stdin-path x', /--stdin-path goes with --stdin/);
wrong('check --stdin --stdin-path x y', /no path may be given/);
wrong('check --stdin --stdin-path x --fix', /cannot go with --stdin/);
wrong('lsp', /lsp needs --stdio/);
wrong('mapp', /did you mean map\?/);

test('wrong usage is exit status 2, on standard error, and nothing is checked', () => {
  const { status, stdout, stderr } = portolan('check --bogus .');
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^portolan: unknown option --bogus/);
});

test('no command at all is wrong usage', () => assert.equal(portolan('').status, 2));

test('what was typed is printed without control characters', () => {
  assert.equal(portolan(['\x1b[2Jx']).stderr.includes('\x1b'), false);
});

test('help names every option; each command has its own', () => {
  const { status, stdout } = portolan('--help');
  assert.equal(status, 0);
  for (const word of ['check', 'scan', 'explain', 'lsp', '--stdin-path NAME', '--max-warnings N', '-h, --help']) {
    assert.ok(stdout.includes(word), word);
  }
  assert.equal(portolan('scan --help').stdout.includes('--max-warnings'), false);
  assert.equal(portolan('help check').stdout, portolan('check --help').stdout);
  assert.equal(portolan('check --bogus --help').status, 0);
});

test('--version', () => assert.deepEqual(portolan('--version').stdout, 'portolan 1.2.3\n'));

test('lsp hands over to the server', () => assert.equal(portolan('lsp --stdio').started, true));

test('what docs/ci.md says can be typed', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/ci.md'), 'utf8');
  const hooks = readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8');
  const commands = [
    ...[...page.matchAll(/^.*(?:portolan|cli\.js"?) (check .*)$/gm)].map(([, words = '']) => words),
    ...[...page.matchAll(/args: \[(.*)\]/g)].map(([, args = '']) => `check ${args.replaceAll(',', '')}`),
    ...[...hooks.matchAll(/entry: portolan (.*)/g)].map(([, words = '']) => words),
  ].map(words => words.replace(/\s*(?:[<>|`].*)?$/, ''));
  assert.ok(commands.length > 9, `${commands.length}`);
  const ids = RULES.filter(id => page.includes(id));
  for (const command of commands) assert.equal(parseOptions(command.split(' '), ids).kind, 'run', command);
});
