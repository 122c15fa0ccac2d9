import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { linuxSockets } from '../../server/node/listening/linux.ts';
import { readLater, readNow } from '../../server/node/listening/reading.ts';
import { busyPortsHere, thisMachine } from '../../server/node/listening/thisMachine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const onLinux = { skip: process.platform !== 'linux' };

async function listen(t: TestContext, host: string): Promise<number> {
  const server: Server = createServer().listen(0, host);
  t.after(() => server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function mine(): Promise<readonly string[]> {
  const { sockets } = await thisMachine().listening(true);
  return sockets.flatMap(({ protocol, address, port, process: owner }) =>
    owner?.pid === process.pid ? [`${protocol} ${address} ${port} ${owner.name}`] : [],
  );
}

test('a server of this process is found, with its name', onLinux, async t => {
  const port = await listen(t, '127.0.0.1');
  assert.ok((await mine()).includes(`tcp 127.0.0.1 ${port} node`), (await mine()).join('\n'));
  const busy = busyPortsHere();
  assert.ok(!('reason' in busy) && busy.has(port));
});

test('one on IPv6 too, where the machine has that', onLinux, async t => {
  const port = await listen(t, '::1').catch(() => undefined);
  if (port === undefined) return t.skip('no IPv6');
  assert.ok((await mine()).includes(`tcp ::1 ${port} node`));
});

test('an unconnected UDP socket too, but none that is connected', onLinux, async t => {
  const [waiting, calling] = [createSocket('udp4'), createSocket('udp4')];
  t.after(() => {
    waiting.close();
    calling.close();
  });
  waiting.bind(0, '127.0.0.1');
  await once(waiting, 'listening');
  const { port } = waiting.address();
  calling.connect(port, '127.0.0.1');
  await once(calling, 'connect');
  const found = await mine();
  assert.ok(found.includes(`udp 127.0.0.1 ${port} node`));
  assert.ok(!found.some(each => each.includes(` ${calling.address().port} `)));
});

/** A table with one listening socket for each inode, on ports from 1000 on. */
function tableOf(...inodes: readonly number[]): string {
  return inodes
    .map(
      (inode, at) =>
        `   ${at}: 00000000:${(1000 + at).toString(16).padStart(4, '0').toUpperCase()} 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1\n`,
    )
    .join('');
}

/** A /proc with these processes: their names, and the inodes that they hold. */
function procFolder(
  table: string | undefined,
  processes: Readonly<Record<number, readonly [string, ...number[]]>>,
): string {
  const folder = temporaryFolder();
  mkdirSync(`${folder}/net`);
  if (table !== undefined) writeFileSync(`${folder}/net/tcp`, table);
  for (const [pid, [name, ...inodes]] of Object.entries(processes)) {
    mkdirSync(`${folder}/${pid}/fd`, { recursive: true });
    writeFileSync(`${folder}/${pid}/comm`, `${name}\n`);
    symlinkSync('/dev/null', `${folder}/${pid}/fd/0`);
    for (const [at, inode] of inodes.entries()) symlinkSync(`socket:[${inode}]`, `${folder}/${pid}/fd/${at + 1}`);
  }
  return folder;
}

test('of a server and its workers the server is told; systemd, which only keeps a socket, last', onLinux, () => {
  const folder = procFolder(tableOf(71, 72, 73), {
    1: ['systemd', 71, 72, 5],
    20: ['sshd', 71],
    100: ['nginx', 73],
    101: ['nginx-worker', 73],
  });
  const { sockets, notes } = readNow(linuxSockets(true, folder));
  assert.deepEqual(
    sockets.map(({ port, process: owner }) => `${port} ${owner?.name} ${owner?.pid}`),
    ['1000 sshd 20', '1001 systemd 1', '1002 nginx 100'],
  );
  assert.deepEqual(notes, []);
});

test('what is hidden is counted, and a process that is gone is no fault', onLinux, async () => {
  const folder = procFolder(tableOf(71, 72, 0), { 20: ['sshd', 71] });
  mkdirSync(`${folder}/21`);
  const { sockets, notes } = await readLater(linuxSockets(true, folder));
  assert.equal(sockets.filter(({ process: owner }) => owner).length, 1);
  assert.deepEqual(notes, ['The processes of 2 sockets are not shown, as they belong to other users or to the system']);
  assert.deepEqual(readNow(linuxSockets(false, folder)).notes, []);
});

test('where nothing can be learnt, that is said', onLinux, () => {
  const folder = procFolder(undefined, {});
  assert.throws(() => readNow(linuxSockets(true, folder)), /The system does not tell what listens/);
});

test('a program that is not there gives nothing, now and later', async () => {
  function* asks(): Generator<{ file: string; arguments: string[] }, string, string | undefined> {
    return (yield { file: '/nowhere/netstat', arguments: ['-a'] }) ?? 'nothing';
  }
  assert.equal(readNow(asks()), 'nothing');
  assert.equal(await readLater(asks()), 'nothing');
});

test('a program is waited for, and its exit status tells nothing', onLinux, async () => {
  function* asks(): Generator<{ file: string; arguments: string[] }, string, string | undefined> {
    return (yield { file: '/bin/sh', arguments: ['-c', 'echo out; exit 1'] }) ?? 'nothing';
  }
  assert.equal(readNow(asks()), 'out\n');
  assert.equal(await readLater(asks()), 'out\n');
});
