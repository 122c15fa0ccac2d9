import assert from 'node:assert/strict';
import { test } from 'node:test';
import { busyPorts } from '../../server/lsp/features/busyPorts.ts';
import type { Sockets } from '../../server/lsp/features/machine.ts';
import { excludedPorts } from '../../server/node/listening/excludedPorts.ts';
import { lsofSockets } from '../../server/node/listening/lsof.ts';
import { macNetstatSockets } from '../../server/node/listening/macNetstat.ts';
import { macosSockets, withOwners } from '../../server/node/listening/macos.ts';
import { processName } from '../../server/node/listening/processName.ts';
import { procSockets } from '../../server/node/listening/procNet.ts';
import type { Reading } from '../../server/node/listening/reading.ts';
import { taskNames } from '../../server/node/listening/tasklist.ts';
import { windowsSockets } from '../../server/node/listening/windows.ts';
import { windowsNetstatSockets } from '../../server/node/listening/windowsNetstat.ts';

interface Shown {
  readonly protocol?: string;
  readonly address: string;
  readonly port: number;
  readonly inode?: number;
  readonly pid?: number;
  readonly process?: { readonly name: string; readonly pid: number };
}

/** `tcp 127.0.0.1 8080 node:4711` */
function show({ protocol, address, port, inode, pid, process }: Shown): string {
  const who = process ? `${process.name}:${process.pid}` : (pid ?? inode);
  return [protocol, address, port, who].filter(part => part !== undefined).join(' ');
}

function check(name: string, sockets: readonly Shown[], expected: readonly string[]): void {
  test(name, () => assert.deepEqual(sockets.map(show), expected));
}

// Linux

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode                      \n';

function row(local: string, remote: string, state: string, inode: number, slot = 0): string {
  return `${`${slot}`.padStart(4)}: ${local} ${remote} ${state} 00000000:00000000 00:00000000 00000000  1000        0 ${inode} 1 0000000000000000 100 0 0 10 0\n`;
}

const NOBODY6 = '00000000000000000000000000000000:0000';

check(
  'tcp: listening sockets only',
  procSockets(
    HEAD +
      row('0100007F:1F90', '00000000:0000', '0A', 11) +
      row('00000000:0016', '00000000:0000', '0A', 12, 1) +
      row('0100007F:962D', '0100007F:B190', '01', 13, 2) +
      row('0100007F:962E', '0100007F:B190', '06', 0, 3) +
      row('3500007F:0035', '00000000:0000', '0A', 14, 12345),
    'tcp',
    true,
  ),
  ['127.0.0.1 8080 11', '0.0.0.0 22 12', '127.0.0.53 53 14'],
);
check(
  'tcp6: words of four bytes; an IPv4 address is shown as one',
  procSockets(
    HEAD +
      row('00000000000000000000000000000000:0BB8', NOBODY6, '0A', 21) +
      row('00000000000000000000000001000000:1538', NOBODY6, '0A', 22, 1) +
      row('0000000000000000FFFF00000100007F:1F90', NOBODY6, '0A', 23, 2) +
      row('000080FE00000000FF005450B6AD1DFE:0222', NOBODY6, '0A', 24, 3),
    'tcp',
    true,
  ),
  [':: 3000 21', '::1 5432 22', '127.0.0.1 8080 23', 'fe80::5054:ff:fe1d:adb6 546 24'],
);
check(
  'tcp on a big-endian machine',
  procSockets(
    HEAD +
      row('7F000001:1F90', '00000000:0000', '0A', 31) +
      row('00000000000000000000000000000001:1538', NOBODY6, '0A', 32, 1),
    'tcp',
    false,
  ),
  ['127.0.0.1 8080 31', '::1 5432 32'],
);
check(
  'udp: unconnected sockets only, with a column more at the end',
  procSockets(
    HEAD +
      row('00000000:14E9', '00000000:0000', '07', 41).replace(/\d+ 0 0 10 0\n/, '2 0000000000000000 0\n') +
      row('0A00020F:D431', '08080808:01BB', '01', 42, 1),
    'udp',
    true,
  ),
  ['0.0.0.0 5353 41'],
);
check(
  'a table that is cut off or is none',
  procSockets(`${HEAD}   0: 0100007F:1F90 00000000:0000 0A 0000`, 'tcp', true),
  [],
);
check('a row with an address of an odd length', procSockets(row('0100007F00:1F90', '0:0', '0A', 1), 'tcp', true), []);

function names(comm: string, executable: string | undefined, expected: string): void {
  test(`a process ${JSON.stringify(comm)} of ${executable} is ${expected}`, () =>
    assert.equal(processName(comm, executable), expected));
}

names('postgres', '/usr/lib/postgresql/16/bin/postgres', 'postgres');
names('gunicorn', '/usr/bin/python3.12', 'gunicorn');
names('systemd-resolve', '/usr/lib/systemd/systemd-resolved', 'systemd-resolved');
names('systemd-resolve', undefined, 'systemd-resolve');
names('MainThread', '/usr/bin/node', 'node');
names('node-MainThread', '/opt/node/bin/node (deleted)', 'node');
names('', '/usr/bin/java', 'java');
names('', undefined, '?');
names('evil\u001b[2J\u202e', '/bin/sh', 'evil[2J');

// macOS

const LSOF = `p312
crapportd
f8
tIPv4
PTCP
n*:49213
f9
tIPv6
PTCP
n*:49213
p4711
cGoogle\\x20Chrome\\x20He
f45
tIPv4
PUDP
n*:5353
f46
tIPv4
PUDP
n10.0.2.15:52341->142.250.74.14:443
f47
tIPv4
PUDP
n*:*
p5120
cnode
f22
tIPv6
PTCP
n[::1]:5173
f23
tIPv4
PTCP
n127.0.0.1:9229
f24
tIPv6
PTCP
n[fe80:1::1]:8021
f25
tunix
n/var/run/x.sock
p77
cB\\xc3\\xbccher
f3
tIPv4
PTCP
n*:8080
`;

check('lsof', lsofSockets(LSOF), [
  'tcp 0.0.0.0 49213 rapportd:312',
  'tcp :: 49213 rapportd:312',
  'udp 0.0.0.0 5353 Google Chrome He:4711',
  'tcp ::1 5173 node:5120',
  'tcp 127.0.0.1 9229 node:5120',
  'tcp fe80:1::1 8021 node:5120',
  'tcp 0.0.0.0 8080 Bücher:77',
]);
check('lsof that says nothing', lsofSockets(''), []);
check('lsof that is cut off', lsofSockets('p1\ncx\nf1\ntIPv4\nPTCP\nn*:80'), ['tcp 0.0.0.0 80 x:1']);

const MAC_NETSTAT = `Active Internet connections (including servers)
Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    \r
tcp4       0      0  127.0.0.1.5432         *.*                    LISTEN     
tcp6       0      0  ::1.5432               *.*                    LISTEN     
tcp46      0      0  *.8080                 *.*                    LISTEN     
tcp4       0      0  *.22                   *.*                    LISTEN     
tcp6       0      0  fe80::1%lo0.1024       *.*                    LISTEN     
tcp4       0      0  10.0.2.15.52113        140.82.121.6.443       ESTABLISHED
tcp4       0      0  10.0.2.15.52114        *.*                    CLOSED
udp4       0      0  *.5353                 *.*                               
udp6       0      0  *.5353                 *.*                               
udp46      0      0  *.60000                *.*                               
udp4       0      0  *.*                    *.*                               
udp4       0      0  10.0.2.15.51000        8.8.8.8.53                        
`;

check('netstat of macOS', macNetstatSockets(MAC_NETSTAT), [
  'tcp 127.0.0.1 5432',
  'tcp ::1 5432',
  'tcp :: 8080',
  'tcp 0.0.0.0 22',
  'tcp fe80::1%lo0 1024',
  'udp 0.0.0.0 5353',
  'udp :: 5353',
  'udp :: 60000',
]);
check(
  'macOS: the sockets of others are there, without a process',
  withOwners(
    macNetstatSockets(MAC_NETSTAT).slice(2, 4),
    lsofSockets(LSOF.replace('tIPv4\nPTCP\nn*:8080', 'tIPv6\nPTCP\nn*:8080')).slice(-1),
  ),
  ['tcp :: 8080 Bücher:77', 'tcp 0.0.0.0 22'],
);

// Windows

function windows(heading: string, listening: string, established: string): string {
  return [
    '',
    heading,
    '',
    '  Proto  Local Address          Foreign Address        State           PID',
    `  TCP    0.0.0.0:135            0.0.0.0:0              ${listening}       1032`,
    `  TCP    127.0.0.1:5432         0.0.0.0:0              ${listening}       6128`,
    `  TCP    192.168.1.20:52110     140.82.121.6:443       ${established}     9120`,
    `  TCP    [::]:445               [::]:0                 ${listening}       4`,
    `  TCP    [::1]:3000             [::]:0                 ${listening}       4711`,
    '  UDP    0.0.0.0:5353           *:*                                    2320',
    '  UDP    [fe80::91d0:4b3e:7a5c:11f2%12]:1900  *:*                                    5804',
    '',
  ].join('\r\n');
}

const WINDOWS = [
  'tcp 0.0.0.0 135 1032',
  'tcp 127.0.0.1 5432 6128',
  'tcp :: 445 4',
  'tcp ::1 3000 4711',
  'udp 0.0.0.0 5353 2320',
  'udp fe80::91d0:4b3e:7a5c:11f2%12 1900 5804',
];

check('netstat of Windows', windowsNetstatSockets(windows('Active Connections', 'LISTENING', 'ESTABLISHED')), WINDOWS);
check('in German', windowsNetstatSockets(windows('Aktive Verbindungen', 'ABH\ufffdREN', 'HERGESTELLT')), WINDOWS);
check('in Spanish', windowsNetstatSockets(windows('Conexiones activas', 'ESCUCHANDO', 'ESTABLECIDO')), WINDOWS);
check('in words with a blank', windowsNetstatSockets(windows('\ufffd\ufffd', 'EN ESPERA', '\ufffd \ufffd')), WINDOWS);
check('what is no table', windowsNetstatSockets("'netstat' is not recognized\r\n TCP x 0.0.0.0:0 1\r\n"), []);

test('what Windows keeps from everybody', () =>
  assert.deepEqual(
    excludedPorts(
      '\r\nProtokoll TCP Portausschlussbereiche\r\n\r\nStartport    Endport\r\n----------    --------\r\n      5357        5357\r\n     50000       50059     *\r\n     99999       99999\r\n\r\n* - Vom Administrator verwaltete Portausschl\ufffdsse.\r\n',
    ),
    [
      { first: 5357, last: 5357 },
      { first: 50000, last: 50059 },
    ],
  ));

/** Plays a system whose programs print this, by the file names. */
function play(reading: Reading<Sockets>, prints: Readonly<Record<string, string>>): Sockets {
  let step = reading.next();
  while (!step.done) step = reading.next(step.value && prints[step.value.file.replace(/^.*[\\/]/, '')]);
  return step.value;
}

const TABLE = windows('Active Connections', 'LISTENING', 'ESTABLISHED');

test('Windows: names beside numbers', () => {
  const { sockets, notes } = play(windowsSockets(true), {
    'netstat.exe': TABLE,
    'tasklist.exe': '"postgres.exe","6128","Services","0","1 K"\r\n',
  });
  assert.deepEqual(sockets.filter(({ process }) => process).map(show), ['tcp 127.0.0.1 5432 postgres.exe:6128']);
  assert.deepEqual(notes, []);
});
test('Windows: without names', () =>
  assert.deepEqual(play(windowsSockets(true), { 'netstat.exe': TABLE }).notes, [
    'The names of processes are not shown: tasklist could not be run',
  ]));
test('Windows: what is kept is asked for where names are not', () => {
  const told = play(windowsSockets(false), { 'netstat.exe': TABLE, 'netsh.exe': '  50000   50059  *\r\n' });
  assert.deepEqual([told.sockets.length, told.heldBack], [6, [{ first: 50000, last: 50059 }]]);
  const busy = busyPorts(told);
  assert.deepEqual([busy.has(135), busy.has(50059), busy.has(50060)], [true, true, false]);
});
test('Windows: no netstat, no answer', () =>
  assert.throws(() => play(windowsSockets(true), {}), /does not tell what listens/));

test('macOS: one list of two programs', () => {
  const { sockets, notes } = play(macosSockets(true), { netstat: MAC_NETSTAT, lsof: LSOF });
  assert.ok(sockets.map(show).includes('tcp 127.0.0.1 9229 node:5120'));
  assert.ok(sockets.map(show).includes('tcp ::1 5432'));
  assert.match(notes[0] ?? '', /The processes of \d+ sockets are not shown/);
});
test('macOS: numbers alone need no lsof', () =>
  assert.equal(play(macosSockets(false), { netstat: MAC_NETSTAT }).sockets.length, 16));
test('macOS: neither program, no answer', () =>
  assert.throws(() => play(macosSockets(true), {}), /does not tell what listens/));

test('tasklist', () =>
  assert.deepEqual(
    [
      ...taskNames(
        '"System Idle Process","0","Services","0","8 K"\r\n"java.exe","4711","Console","1","82,412 K"\r\n"a ""b"".exe","12","Console","1","1.204 Ko"\r\nINFO: none\r\n',
      ),
    ],
    [
      [0, 'System Idle Process'],
      [4711, 'java.exe'],
      [12, 'a "b".exe'],
    ],
  ));
