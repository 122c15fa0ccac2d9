// `node scripts/askPrograms.ts`: asks the real programs which forms of ports they take, and compares with `programForms.ts`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMS, type Program } from './programForms.ts';

/** How a program is asked about the file at `path`, which lies in a folder of its own. */
interface Question {
  readonly command: readonly string[];
  /** What the program needs in the file beside the form. */
  readonly before?: string;
  /** The program says no by its words, where it leaves with 0 all the same. */
  readonly refusal?: RegExp;
}

const folder = mkdtempSync(join(tmpdir(), 'portolan-'));
const sshKey = join(folder, 'key');
spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', sshKey]);
mkdirSync('/run/sshd', { recursive: true });

const MODULES = '/usr/lib/apache2/modules';

function question(program: Program, path: string, text: string): Question {
  switch (program) {
    case 'nginx':
      return { command: ['nginx', '-t', '-c', path, '-e', `${path}.log`, '-g', `pid ${path}.pid;`] };
    case 'apache2': {
      const modules = ['mpm_event', 'authz_core'].map(name => `LoadModule ${name}_module ${MODULES}/mod_${name}.so\n`);
      const before = `ServerRoot ${folder}\nDefaultRuntimeDir ${folder}\nErrorLog ${path}.log\n${modules.join('')}`;
      return { command: ['apache2', '-t', '-f', path], before };
    }
    case 'haproxy':
      return { command: ['haproxy', '-c', '-f', path], refusal: /\[ALERT\]/ };
    case 'caddy':
      return { command: ['caddy', 'adapt', '--config', path, '--validate'] };
    case 'systemd-analyze':
      writeFileSync(join(folder, 'portolan.service'), '[Service]\nExecStart=/bin/true\n');
      return { command: ['systemd-analyze', 'verify', '--man=no', path], refusal: /Failed to parse address/ };
    case 'promtool':
      return { command: ['promtool', 'check', 'config', path] };
    case 'sshd':
      return { command: ['sshd', '-t', '-f', path], before: `HostKey ${sshKey}\n` };
    case 'docker':
      // Without a daemon the client still reads its arguments first.
      return {
        command: ['docker', '--host', `unix://${path}.none`, ...text.trim().split(' ').slice(1)],
        refusal: /invalid/,
      };
    case 'nft':
      return { command: ['nft', '-c', '-f', path] };
  }
}

/** Undefined where the program is not installed. */
function isRefused(program: Program, file: string, text: string): boolean | undefined {
  const path = join(folder, file);
  const { command, before = '', refusal } = question(program, path, text);
  writeFileSync(path, before + text);
  const [name = '', ...rest] = command;
  const env = { ...process.env, HOME: folder, PATH: `${process.env.PATH}:/usr/sbin`, SYSTEMD_UNIT_PATH: `${folder}:` };
  const { status, stdout, stderr, error } = spawnSync(name, rest, { encoding: 'utf8', env });
  if (error) return undefined;
  return refusal ? refusal.test(stdout + stderr) : status !== 0;
}

let wrong = 0;
let right = 0;
const missing = new Set<string>();
for (const { program, what, file, text, taken, refused } of FORMS) {
  for (const [forms, expected] of [
    [taken, false],
    [refused, true],
  ] as const) {
    for (const form of forms) {
      const answer = isRefused(program, file, text(form));
      if (answer === undefined) missing.add(program);
      else if (answer === expected) right++;
      else {
        wrong++;
        console.log(`${program}, ${what}: ${answer ? 'refuses' : 'takes'} ${form}`);
      }
    }
  }
}
rmSync(folder, { recursive: true });
console.log(
  `${right} as the table says, ${wrong} not${missing.size > 0 ? `; not installed: ${[...missing].join(', ')}` : ''}`,
);
if (wrong > 0) process.exitCode = 1;
