import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from '../../server/core/formats/read.ts';
import { createRecogniser } from '../../server/core/formats/recognise.ts';

const { recognise } = createRecogniser();

/** A reader that searches a map again for each of its entries would not end in time. */
function check(path: string, text: string, ports: number): void {
  test(`${path} of ${text.length} characters`, { timeout: 20_000 }, () => {
    const format = recognise(path, text);
    assert.ok(format);
    assert.equal(readDocument({ path, text }, format).occurrences.length, ports);
  });
}

const MANY = 20_000;

check('/x/vite.config.ts', `const timeouts = [${'8080, '.repeat(MANY)}];\n`, 0);
check('/x/settings.py', `PORTS = [${'8080, '.repeat(MANY)}]\n`, MANY);
check('/x/config.py', `HOSTS = [${'("db", 5432), '.repeat(MANY)}]\n`, MANY);
check('/x/config/puma.rb', 'port 3000\n'.repeat(MANY), MANY);
check('/x/application.properties', 'server.port=8080\n'.repeat(MANY), MANY);
check('/x/supervisord.conf', `[program:a]\nenvironment=${'PORT=80,'.repeat(MANY)}\n`, MANY);
check('/x/.vscode/tasks.json', `{"tasks": [${'{"command": "vite", "args": ["--port", "80"]},'.repeat(2000)}]}`, 2000);

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n';
check('/x/config.yaml', CONFIG_MAP + Array.from({ length: MANY }, (_, n) => `  A${n}_PORT: "8080"\n`).join(''), MANY);
check(
  '/x/tcp.yaml',
  CONFIG_MAP + Array.from({ length: MANY }, (_, n) => `  "${n + 1}": a/b:8080\n`).join(''),
  2 * MANY,
);
check('/x/a.sh', `curl http://${'a:80,'.repeat(10 * MANY)}\n`, 10 * MANY);
check('/x/a.yaml', `${'k '.repeat(3 * MANY)}:\n${'  a_port: 80\n'.repeat(MANY)}`, MANY);
check('/x/a.yaml', `ports: "${'8080:80 '.repeat(MANY)}"\n`, 2 * MANY);
check('/x/a.yaml', `a: "${' '.repeat(10 * MANY)}${'127.0.0.1:80 '.repeat(MANY)}"\n`, 0);
check('/x/vite.config.ts', `a${'.b(80)'.repeat(MANY)}\n`, 0);
check('/x/compose.yaml', `services:\n  a:\n    ports: ${'&a '.repeat(MANY)}\n`, 0);
check('/x/fly.toml', `[[services]]\ninternal_port = 80\n${'start_port = 80\n'.repeat(MANY)}`, MANY + 1);
check('/x/a.cli', `/socket-binding-group=a${'/a=b'.repeat(MANY)}:write-attribute(name=port,value=80)\n`, 1);
check(
  '/etc/firewalld/zones/a.xml',
  `<zone>${'<rule><port port="80" protocol="tcp"/><accept/></rule>'.repeat(5000)}</zone>`,
  5000,
);
