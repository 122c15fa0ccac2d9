import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createMapReader,
  createWho,
  DEFAULT_SETTINGS,
  filtered,
  findingsOf,
  type MapFormat,
  type MapNames,
  type PortMap,
  portMap,
  relativePath,
  renderMap,
} from '../../server/core/analysis.ts';
import { type Files, openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

interface Shown {
  readonly map: PortMap;
  readonly names: MapNames;
}

function mapOf(files: Files): Shown {
  const { root, snapshot } = openProject(files);
  const read = createMapReader(snapshot);
  const paths = [...snapshot.documents()].map(({ path }) => path);
  const marks = paths.flatMap(path => findingsOf(snapshot, REGISTRY, path, DEFAULT_SETTINGS));
  const relative = (path: string): string => relativePath(root, path).replace(/^\.$/, '');
  return {
    map: portMap(
      paths.flatMap(path => read(path)),
      marks,
    ),
    names: {
      file: ({ path }) => relative(path),
      project: relative,
      who: createWho(REGISTRY).of,
      facts: path => snapshot.facts(path),
    },
  };
}

function render(format: MapFormat, files: Files, all = false): string {
  const { map, names } = mapOf(files);
  return renderMap(format, map, names, all);
}

/** The lines of the text, without the blanks that align them. */
function check(name: string, files: Files, expected: readonly string[]): void {
  test(name, () => {
    const lines = render('text', files, true).trimEnd().split('\n');
    assert.deepEqual(
      lines.map(line => line.replace(/(?<=\S) {2,}/g, ' | ').trim()).filter(line => line !== ''),
      expected,
    );
  });
}

/** The numbers that a filter leaves. */
function checkFilter(filter: string, expected: readonly number[]): void {
  test(`filter ${filter}`, () => {
    const { map, names } = mapOf(SHOP);
    assert.deepEqual(
      filtered(map, filter, names).ports.map(({ range }) => range.first),
      expected,
    );
  });
}

const SHOP: Files = {
  'compose.yaml': `services:
  web:
    image: nginx:1.27
    ports: ["\${WEB_PORT}:80", "127.0.0.1:8443:443"]
  api:
    build: ./api
    ports: ["8080:3000"]
    environment:
      DATABASE_URL: postgres://db:5432/shop
  db:
    image: postgres:16
    ports: ["5432:5432"]
  dns:
    image: pihole/pihole
    ports: ["53:53/tcp", "53:53/udp"]
`,
  '.env': 'WEB_PORT=8080\n',
  'api/Dockerfile': 'FROM node:22\nEXPOSE 3000\n',
};

check('a project: who answers, where it is open, what clashes', SHOP, [
  'Host ports',
  'PORT | SERVICE | OPEN ON | LIKELY | AT',
  '53/tcp+udp | dns | all interfaces → 53 | Pi-hole | compose.yaml:15 +1',
  '5432/tcp | db | all interfaces → 5432 | PostgreSQL | compose.yaml:12',
  '8080/tcp | web | all interfaces → 80 | NGINX | compose.yaml:4',
  'conflict with api (compose.yaml:7)',
  '8080/tcp | api | all interfaces → 3000 | compose.yaml:7',
  'conflict with web (compose.yaml:4)',
  '8443/tcp | web | 127.0.0.1 → 443 | NGINX | compose.yaml:4',
  'Inside containers and programs',
  'PORT | SERVICE | AT',
  '3000/tcp | api | exposed | api/Dockerfile:2',
  'Dialled or let through',
  'PORT | FROM | LIKELY | AT',
  '5432/tcp | api | → db | PostgreSQL | compose.yaml:9',
  '4 host ports, 1 in conflict',
]);

check(
  'a plan, where nobody takes what it holds',
  {
    'portolan.json': '{"ports": {"8080": "shop", "9000-9009": {"owner": "billing", "note": "APIs"}, "7000": "old"}}',
    'compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["8080:80", "9001:80"]\n',
  },
  [
    'Host ports',
    'PORT | SERVICE | OPEN ON | LIKELY | AT',
    '8080/tcp | web | all interfaces → 80 | NGINX | compose.yaml:4',
    '9001/tcp | web | all interfaces → 80 | NGINX | compose.yaml:4',
    'Planned',
    'PORT | FOR | NOTE | AT',
    '7000 | old | portolan.json:1',
    '9000-9009 | billing | APIs | portolan.json:1',
    '2 host ports',
  ],
);

check(
  'projects that lie in one tree are told apart',
  {
    'a/compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n',
    'b/compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n',
  },
  [
    'Host ports',
    'PORT | SERVICE | OPEN ON | LIKELY | AT',
    'a/',
    '8080/tcp | web | all interfaces → 80 | NGINX | compose.yaml:4',
    'b/',
    '8080/tcp | web | all interfaces → 80 | NGINX | compose.yaml:4',
    '1 host port in 2 projects',
  ],
);

check(
  'a cluster: ports of the nodes, Services, who calls whom',
  {
    'k8s/app.yaml': `apiVersion: v1
kind: Service
metadata: {name: cart}
spec:
  type: NodePort
  ports: [{port: 80, targetPort: 7070, nodePort: 30080}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: frontend}
spec:
  template:
    spec:
      containers:
        - name: main
          image: shop/frontend
          env: [{name: CART_ADDR, value: "cart:80"}]
`,
  },
  [
    'Host ports',
    'PORT | SERVICE | OPEN ON | AT',
    'k8s/',
    '30080/tcp | cart | every node → 80 | app.yaml:6',
    'Inside containers and programs',
    'PORT | SERVICE | AT',
    'k8s/',
    '80/tcp | cart | Service port | app.yaml:6',
    'Dialled or let through',
    'PORT | FROM | AT',
    'k8s/',
    '80 | frontend | → cart | app.yaml:17',
    '7070/tcp | cart | → its pods | app.yaml:6',
    '1 host port',
  ],
);

check('nothing', {}, ['No ports found']);

checkFilter('', [53, 5432, 8080, 8443, 3000]);
checkFilter('@conflict', [8080]);
checkFilter('@host', [53, 5432, 8080, 8443]);
checkFilter('@dialled', [5432, 8080]);
checkFilter('!@host', [5432, 8080, 3000]);
checkFilter('80', [8080]);
checkFilter('84', [8443]);
checkFilter(':80', [8080]);
checkFilter('postgres', [5432]);
checkFilter('service:db @host', [5432]);
checkFilter('file:dockerfile', [3000]);
checkFilter('WEB_PORT', [8080]);
checkFilter('udp', [53]);
checkFilter('@nonsense', []);

const HOSTILE: Files = {
  'compose.yaml': `services:
  "a\\"]; click x|<b>\\e[31m#\`":
    image: nginx
    ports: ["8080:80"]
`,
};

test('names from files draw, link and steer nothing', () => {
  assert.ok(
    !/[\x1b"<>`]/.test(
      render('mermaid', HOSTILE)
        .replace(/"[^"\n]*"/g, '')
        .replace(/-->|-\.->/g, ''),
    ),
  );
  assert.match(render('markdown', HOSTILE), /\\\|\\<b>/);
  for (const format of ['text', 'markdown', 'mermaid', 'json'] as const)
    assert.ok(!render(format, HOSTILE).includes('\x1b'), format);
});

test('a direction in a name is no direction of the picture', () => {
  const files = { 'compose.yaml': 'services:\n  "x direction LR":\n    image: y\n    ports: ["8080:80"]\n' };
  assert.match(render('mermaid', files), /"x directio#110; LR"/);
});

test('a picture has an end', () => {
  const ports = Array.from({ length: 300 }, (_, index) => `      - "${20_000 + index}:80"\n`).join('');
  const drawn = render('mermaid', { 'compose.yaml': `services:\n  web:\n    image: nginx\n    ports:\n${ports}` });
  assert.match(drawn, /and 220 more host ports/);
  assert.ok(drawn.split('\n').length < 200);
});

test('a long text leaves out what is inside, unless all is wanted', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `EXPOSE ${4000 + index}\n`).join('');
  const alone = { Dockerfile: `FROM scratch\n${lines}` };
  const files = { ...alone, 'compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["8080:80"]\n' };
  assert.match(render('text', files), /Inside containers and programs: 4\d, shown with --all/);
  assert.match(render('text', files, true), /4039/);
  assert.match(render('text', alone), /4039/, 'there is nothing else to show');
});
check(
  'who answers on the machine itself, and a unit of systemd',
  {
    'compose.yaml': 'services:\n  db:\n    image: postgres\n    ports: ["5433:5432"]\n',
    'package.json': '{"scripts": {"dev": "DATABASE_URL=postgres://localhost:5433/x next dev"}}',
    'web.service': '[Service]\nEnvironment=SERVER_PORT=9000\nExecStart=/srv/web\n',
  },
  [
    'Host ports',
    'PORT | SERVICE | OPEN ON | LIKELY | AT',
    '5433/tcp | db | all interfaces → 5432 | PostgreSQL | compose.yaml:4',
    '9000 | web | listens | web.service:2',
    'Dialled or let through',
    'PORT | LIKELY | AT',
    '5433/tcp | → localhost (db) | PostgreSQL | package.json:1',
    '2 host ports',
  ],
);
