import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BoundSocket, knownListeners } from '../../server/core/analysis.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

/** `tcp 127.0.0.1 8080 java:4711` */
function socket(text: string): BoundSocket {
  const [protocol, address = '', port, owner] = text.split(' ');
  const [name = '', pid] = owner?.split(':') ?? [];
  return {
    protocol: protocol === 'udp' ? 'udp' : 'tcp',
    address,
    port: Number(port),
    ...(pid !== undefined && { process: { name, pid: Number(pid) } }),
  };
}

/** What listens, a line for each: `8080/tcp java (Jenkins) 127.0.0.1 :: | web publishes it`. */
function check(name: string, files: Files, sockets: readonly string[], expected: readonly string[]): void {
  test(name, () => {
    const listeners = knownListeners(openProject(files).snapshot, REGISTRY, sockets.map(socket));
    assert.deepEqual(
      listeners.map(({ port, protocol, addresses, process, knownAs, places }) =>
        [
          `${port}/${protocol}`,
          process?.name ?? '-',
          ...(knownAs === undefined ? [] : [`(${knownAs})`]),
          addresses.join(' '),
          ...places.map(({ says }) => `| ${says}`),
        ].join(' '),
      ),
      expected,
    );
  });
}

function compose(port: string, image = 'x'): Files {
  return { 'compose.yaml': `services:\n  web:\n    image: ${image}\n    ports: ["${port}"]\n` };
}

check(
  'the addresses of one process are one',
  {},
  ['tcp :: 15000 x:1', 'tcp 127.0.0.1 15000 x:1', 'tcp :: 15000 x:1'],
  ['15000/tcp x 127.0.0.1 ::'],
);
check(
  'another process or transport is another listener',
  {},
  ['udp :: 15000 x:1', 'tcp :: 15000 x:2', 'tcp :: 15000 x:1'],
  ['15000/tcp x ::', '15000/tcp x ::', '15000/udp x ::'],
);
check(
  'what the workspace knows comes first',
  compose('15000:80'),
  ['tcp 0.0.0.0 9999 z:3', 'tcp 0.0.0.0 15000 java:4711', 'tcp 0.0.0.0 1234 y:2'],
  ['15000/tcp java 0.0.0.0 | web publishes it', '1234/tcp y 0.0.0.0', '9999/tcp z 0.0.0.0'],
);

function meets(binding: string, address: string, expected: boolean): void {
  const says = expected ? ' | web publishes it' : '';
  check(
    `a listener on ${address} and a mapping on ${binding} ${expected ? 'meet' : 'do not meet'}`,
    compose(`${binding}15000:80`),
    [`tcp ${address} 15000 x:1`],
    [`15000/tcp x ${address}${says}`],
  );
}

meets('', '127.0.0.1', true);
meets('', '::', true);
meets('127.0.0.1:', '127.0.0.1', true);
meets('127.0.0.1:', '::', true);
meets('127.0.0.1:', '0.0.0.0', true);
meets('192.168.0.1:', '127.0.0.1', false);
meets('192.168.0.1:', '::1', false);
meets('0.0.0.0:', '::1', false);
meets('[::1]:', '::1', true);

check('udp does not meet tcp', compose('15000:80/udp'), ['tcp :: 15000 x:1'], ['15000/tcp x ::']);
check(
  'a number in a published range',
  compose('15000-15009:80-89'),
  ['tcp :: 15005 x:1'],
  ['15005/tcp x :: | web publishes it'],
);
check('the container side is not on this machine', compose('15000:16000'), ['tcp :: 16000 x:1'], ['16000/tcp x ::']);
check(
  'a variable of another file',
  { ...compose('${WEB}:80'), '.env': 'WEB=15000\n' },
  ['tcp :: 15000 x:1'],
  ['15000/tcp x :: | web publishes it'],
);
check(
  'a program of this machine, by its file',
  { 'application.properties': 'server.port=15000\n' },
  ['tcp :: 15000 java:1'],
  ['15000/tcp java :: | set in application.properties'],
);
check(
  'a Deployment is of no machine that is asked',
  {
    'web.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - name: web\n      image: x\n      ports: [{containerPort: 80, hostPort: 15000}]\n',
  },
  ['tcp :: 15000 x:1'],
  ['15000/tcp x ::'],
);
check(
  'names from files carry no control characters',
  { 'compose.yaml': 'services:\n  "a\\u202eb":\n    image: x\n    ports: ["15000:80"]\n' },
  ['tcp :: 15000 x:1'],
  ['15000/tcp x :: | ab publishes it'],
);

check(
  'the process tells who it is, on any number',
  {},
  ['tcp :: 15432 postgres:1'],
  ['15432/tcp postgres (PostgreSQL) ::'],
);
check('the name of a daemon', {}, ['tcp :: 13306 mariadbd:1'], ['13306/tcp mariadbd (MariaDB) ::']);
check('a program of Windows', {}, ['tcp :: 15432 postgres.exe:1'], ['15432/tcp postgres.exe (PostgreSQL) ::']);
check('the number tells, where the process is hidden', {}, ['tcp :: 5432'], ['5432/tcp - (PostgreSQL) ::']);
check('a number that many use tells nothing', {}, ['tcp :: 3000 node:1'], ['3000/tcp node ::']);
check(
  'behind a proxy of Docker stands what was published',
  compose('15432:5432', 'postgres:16'),
  ['tcp 0.0.0.0 15432 docker-proxy:9', 'tcp :: 15432 docker-proxy:10'],
  [
    '15432/tcp docker-proxy (PostgreSQL) 0.0.0.0 | web publishes it',
    '15432/tcp docker-proxy (PostgreSQL) :: | web publishes it',
  ],
);
check(
  'of two that are published there, nobody knows which it is',
  {
    'a/compose.yaml': compose('13000:80', 'nginx')['compose.yaml'] ?? '',
    'b/compose.yaml': compose('13000:5432', 'postgres')['compose.yaml'] ?? '',
  },
  ['tcp 0.0.0.0 13000 docker-proxy:9'],
  ['13000/tcp docker-proxy 0.0.0.0 | web publishes it | web publishes it'],
);
check('no port, no listener', {}, ['tcp :: 0 x:1', 'tcp :: 70000 x:1'], []);
