import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionIn } from '../harness/completion.ts';
import type { Files } from '../harness/project.ts';

/** The first items, as they are inserted, with who it is where that is told. */
function check(name: string, files: Files, ...expected: readonly string[]): void {
  test(name, () => {
    const items = completionIn(files).found?.items ?? [];
    const shown = items.map(({ newText, who }, index) =>
      expected[index]?.includes(' = ') ? `${newText} = ${who}` : newText,
    );
    assert.deepEqual(shown.slice(0, expected.length), expected, shown.join(' | '));
  });
}

/** The same for one file, which may be called anything. */
function file(path: string, text: string, ...expected: readonly string[]): void {
  check(`${path}: ${text.trim().split('\n').at(-1)}`, { [path]: text }, ...expected);
}

/** The reasons of the first items. */
function because(name: string, files: Files, ...expected: readonly string[]): void {
  test(name, () => {
    const items = completionIn(files).found?.items ?? [];
    assert.deepEqual(
      items.slice(0, expected.length).map(({ why }) => why),
      expected,
    );
  });
}

/** `ports` of a service `db`, and more services. */
function db(entry: string, more = '', image = 'postgres:16'): Files {
  return { 'compose.yaml': `services:\n  db:\n    image: ${image}\n    ports:\n      - ${entry}\n${more}` };
}

/** A second service with one line of its own. */
function web(line: string, image = 'nginx'): string {
  return `  web:\n    image: ${image}\n    ${line}\n`;
}

check(
  'an empty entry of a datastore',
  db('‸'),
  '"127.0.0.1:5432:5432" = PostgreSQL',
  '"5432:5432" = PostgreSQL',
  '5432',
);
check('inside quotes', db('"‸"'), '127.0.0.1:5432:5432', '5432:5432', '5432');
check('a quote that is not closed yet', db('"‸'), '127.0.0.1:5432:5432', '5432:5432');
check('behind an address', db('"127.0.0.1:‸"'), '5432:5432', '5432');
check('behind an address without quotes', db('127.0.0.1:‸'), '5432:5432', '5432');
check('the host side is typed', db('"15432‸"'), '127.0.0.1:15432:5432', '15432:5432');
check('the host side', db('"‸:5432"'), '5432', '5434');
check('the container side', db('"5432:‸"'), '5432 = PostgreSQL');
check('in the middle of a number', db('"54‸99:5432"'), '5432');
check('a name', db('postg‸'), '"127.0.0.1:5432:5432"', '"5432:5432"', '5432 = PostgreSQL');
check('a name of something else', db('redi‸'), '6379 = Redis');
check('a web server is meant for others', db('5432:5432', web('ports: ["‸"]')), '8080:80 = NGINX', '127.0.0.1:8080:80');
check('as the file quotes', db("'5432:5432'", web('ports:\n      - ‸')), "'8080:80'");
check('as the file does not quote', db('15432:5432', web('ports:\n      - ‸')), '8080:80');
check('only udp', db('"5432:5432"', web('ports: ["‸"]', 'linuxserver/wireguard')), '51820:51820/udp');
check('a number that is taken', db('"8080:5432"', web('ports: ["‸:80"]')), '8102', '80');
check('where a list is wanted', db('"5432:5432"', web('ports: ‸')), '["8080:80"]', '["127.0.0.1:8080:80"]');
check('where a list and a blank are wanted', db('"5432:5432"', web('expose:‸')), ' ["80"]');
check('the long form', db('"5432:5432"', web('ports:\n      - target: ‸')), '80', '443');
check(
  'the long form, published',
  db('"5432:5432"', web('ports:\n      - target: 80\n        published: ‸')),
  '8080',
  '80',
);
check('expose', db('"5432:5432"', web('expose: [‸]')), '80', '443');
check('a URL that names a service', db('"15432:5432"', web('environment:\n      URL: postgres://db:‸/x')), '5432');
check('a port beside its host', db('"15432:5432"', web('environment:\n      DB_HOST: db\n      DB_PORT: ‸')), '5432');
check('a key without its blank', db('"5432:5432"', web('environment:\n      REDIS_PORT:‸')), ' 6379 = Redis');
check('a default', db('"5432:5432"', web('ports: ["${WEB_PORT:-‸}:80"]')), '8080', '80');
check('a default without a colon', db('"5432:5432"', web('ports: ["${WEB_PORT-‸}:80"]')), '8080');
because('why a number is free', db('"‸:5432"'), 'same as inside, free on the host', 'next free after 5432');

const BUILT = 'services:\n  web:\n    build: .\n    env_file: .env\n    ports: ["‸"]\n';
check('EXPOSE of the Dockerfile', { 'compose.yaml': BUILT, Dockerfile: 'FROM scratch\nEXPOSE 7000\n' }, '7000:7000');
check('what a service is told to listen on', { Dockerfile: 'FROM node:20\nENV PORT=3000\nEXPOSE ‸\n' }, '3000');
check('what the base image listens on', { Dockerfile: 'FROM nginx\nEXPOSE ‸\n' }, '80 = NGINX', '443 = NGINX');
check('the name that is typed in a Dockerfile', { Dockerfile: 'FROM debian\nEXPOSE redi‸\n' }, '6379 = Redis');
check(
  'the variable of a compose file',
  {
    '.env': 'WEB_PORT=‸\n',
    'compose.yaml': 'services:\n  web:\n    image: nginx\n    ports: ["${WEB_PORT:-8081}:80"]\n',
  },
  '8081',
);
check(
  'localhost is where a service is published',
  { '.env': 'URL=postgres://localhost:‸/x\n', ...db('"15432:5432"', web('ports: ["8081:80"]')) },
  '15432',
  '8081',
);

const PLAN = '{"ports": {"8081": "billing", "9000-9010": {"owner": "web"}, "9100-9110": "free"}}';
const PLANNED = { 'portolan.json': PLAN };
check('the plan: own, then open', { ...PLANNED, ...db('"9100:1"', web('ports: ["‸:80"]')) }, '9000', '8081', '9101');
check('the plan in a whole entry', { ...PLANNED, ...db('"9100:1"', web('ports: ["‸"]')) }, '9000:80');
because('the plan says what for', { ...PLANNED, ...db('"‸:5432"') }, 'planned: billing', 'planned: free');
check('words of the project', { 'portolan.json': '{"keys": ["dock"]}', 'app.properties': 'redis.dock=‸\n' }, '6379');

const POD = (port: string, probe = 'main'): string => `apiVersion: v1
kind: Pod
metadata: {name: cache, labels: {app: cache}}
spec:
  containers:
    - name: redis
      image: redis:7
      ports:
        - {name: main, containerPort: ${port}}
      livenessProbe: {tcpSocket: {port: ${probe}}}
`;
const SERVICE = (port: string, target: string): string => `apiVersion: v1
kind: Service
metadata: {name: cache}
spec:
  selector: {app: cache}
  ports:
    - port: ${port}
      name: redis
      targetPort: ${target}
`;
const INGRESS = (port: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: cache, port: {${port}}}}}]}}]}
`;
check('containerPort', { 'pod.yaml': POD('‸') }, '6379 = Redis');
check('a probe', { 'pod.yaml': POD('6379', '‸') }, 'main', '6379');
check('targetPort', { 'pod.yaml': POD('6379'), 'service.yaml': SERVICE('80', '‸') }, 'main', '6379');
check('targetPort, a name begun', { 'pod.yaml': POD('6379'), 'service.yaml': SERVICE('80', 'ma‸') }, 'main');
check('port of a Service', { 'pod.yaml': POD('6379'), 'service.yaml': SERVICE('‸', 'main') }, '6379');
check('port of a Service alone', { 'service.yaml': SERVICE('‸', '7000') }, '7000');
check('an Ingress by number', { 'service.yaml': SERVICE('80', 'main'), 'i.yaml': INGRESS('number: ‸') }, '80');
check('an Ingress by name', { 'service.yaml': SERVICE('80', 'main'), 'i.yaml': INGRESS('name: ‸') }, 'redis');
check(
  'a host in the cluster',
  { 'service.yaml': SERVICE('7000', 'main'), '.env': 'REDIS_URL=redis://cache.default.svc.cluster.local:‸\n' },
  '7000',
);

check(
  'EXPOSE of the Dockerfile beside',
  { 'fly.toml': '[http_service]\n  internal_port = ‸\n', Dockerfile: 'FROM x\nEXPOSE 7000\n' },
  '7000',
);
file('Dockerfile', 'FROM x\nEXPOSE 7000\nHEALTHCHECK CMD curl http://localhost:‸\n', '7000');
file('compose.yaml', 'services:\n  mailpit:\n    image: x/y\n    ports: ["‸"]\n', '8025:8025 = Mailpit');
file('compose.yaml', 'services:\n  a:\n    image: x/y\n    ports: ["‸"]\n', '8080:8080 = ');
file(
  'compose.yaml',
  'services:\n  a:\n    image: rabbitmq\n    ports: ["‸"]\n',
  '127.0.0.1:15672:15672',
  '15672:15672',
  '127.0.0.1:5672:5672',
);
file('.env', 'ELASTICSEARCH_URL=http://localhost:‸\n', '9200 = Elasticsearch');
file('.env', 'DB_CONNECTION=mysql\nDB_PORT=‸\n', '3306 = MySQL');
file('.vscode/launch.json', '{"configurations": [{"type": "node", "request": "attach", "port": ‸}]}\n', '9229');
file('package.json', '{"scripts": {"dev": "next dev -p ‸"}}\n', '3000 = Next.js');
file('values.yaml', 'redis:\n  master:\n    service:\n      port: ‸\n', '6379');
file(
  'service.yaml',
  'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  type: NodePort\n  ports:\n    - {port: 80, nodePort: ‸}\n',
  '30000',
);
file('.env', 'DB_PORT=‸\n', '5432 = PostgreSQL', '3306 = MySQL');
file('.env', 'REDIS_PORT=‸\n', '6379');
file('.env', 'DATABASE_URL=mysql://db:‸/x\n', '3306');
file('redis.conf', 'port ‸\n', '6379');
file('nginx.conf', 'http {\n  server {\n    listen ‸;\n  }\n}\n', '80', '443');
file('nginx.conf', 'http {\n  server {\n    location / { proxy_pass http://grafana:‸; }\n  }\n}\n', '80', '3000');
file('etc/ssh/sshd_config', 'Port ‸\n', '22');
file('prometheus.yml', 'scrape_configs:\n  - static_configs:\n      - targets: ["node-exporter:‸"]\n', '9100');
file('application.properties', 'server.port=‸\n', '8080');
file('application.yml', 'spring:\n  redis:\n    port: ‸\n', '6379');
file('run.sh', 'docker run -p ‸ redis\n', '127.0.0.1:6379:6379', '6379:6379');
file('run.sh', 'docker run -p ‸:6379 redis\n', '6379');
file('run.sh', 'docker run -p63‸:6379 redis\n', '6379');
file('run.sh', 'psql -h localhost -p ‸\n', '5432');
file(
  'main.tf',
  'resource "aws_security_group_rule" "a" {\n  type = "ingress"\n  from_port = ‸\n}\n',
  '22',
  '80',
  '443',
);
file(
  '.github/workflows/ci.yml',
  'jobs:\n  a:\n    services:\n      db:\n        image: mysql:8\n        ports: ["‸"]\n',
  '127.0.0.1:3306:3306',
);
file('.gitlab-ci.yml', 'test:\n  services: [postgres]\n  variables:\n    POSTGRES_PORT: ‸\n', '5432');
file('.devcontainer/devcontainer.json', '{ "image": "x", "forwardPorts": [‸] }\n');
file('app.service', '[Service]\nEnvironment=REDIS_PORT=‸\n', '6379');
file('web.socket', '[Socket]\nListenStream=‸\n');
file('haproxy.cfg', 'frontend f\n  bind *:‸\n', '80');
file('Procfile', 'web: bin/server -p ‸\n');
file('mosquitto.conf', 'listener ‸\n', '1883');
file('my.cnf', '[mysqld]\nport = ‸\n', '3306');
file('postgresql.conf', 'port = ‸\n', '5432');
file('kafka/server.properties', 'listeners=PLAINTEXT://:‸\n', '9092');
file('traefik.yml', 'entryPoints:\n  web:\n    address: ":‸"\n', '80');
file('Caddyfile', ':‸ {\n  respond hi\n}\n', '80');
file('portolan.json', '{"ports": {"‸": "web"}}\n');
file('config/database.yml', 'production:\n  adapter: postgresql\n  port: ‸\n', '5432');

check(
  'ports of a list: what is published, and last what the list has already',
  {
    'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["8080:80", "9090:90"]\n',
    '.devcontainer/devcontainer.json': '{"image": "x", "forwardPorts": [9090, ‸]}',
  },
  '8080',
  '80',
  '90',
  '9090',
);
check(
  'a firewall in front of a container: what is published',
  {
    'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["8443:3000"]\n',
    Dockerfile: 'FROM node\nEXPOSE 3000\n',
    'install.sh': '#!/bin/sh\nufw allow ‸/tcp\n',
  },
  '8443',
);
check(
  'the other side of a port that the image has',
  {
    'compose.yaml':
      'services:\n  kafka:\n    image: confluentinc/cp-kafka\n    environment:\n      KAFKA_JMX_PORT: 9101\n    ports: ["9092:‸"]\n',
  },
  '9092',
);
check(
  'whoever is called by this name elsewhere',
  { 'probes.yaml': 'a:\n  url: http://blackbox.local:19115/x\nb:\n  url: http://blackbox.local:‸/x\n' },
  '19115',
);
test('the ports of a tunnel are not those of ssh', () => {
  const items = completionIn({ 'a.sh': 'ssh -L 8099:db.internal:‸ me@host\n' }).found?.items ?? [];
  assert.ok(!items.some(({ newText }) => newText === '22'));
});
check('where messages go comes before a web page', { '.env': 'RABBITMQ_PORT=‸\n' }, '5672');
check('the page where it is asked for', { '.env': 'RABBITMQ_MANAGEMENT_PORT=‸\n' }, '15672');
check(
  'what others call on this machine',
  {
    'compose.yaml':
      'services:\n  db:\n    image: postgres\n    ports: ["5432:5432"]\n  api:\n    image: me/api\n    ports: ["8000:8000"]\n',
    'a/.env': 'API_URL=http://localhost:8000/\n',
    'b/.env': 'API_URL=http://localhost:‸/\n',
  },
  '8000',
);
check(
  'its own container, for a file that lies in it',
  {
    'compose.yaml':
      'services:\n  prom:\n    image: prom/prometheus\n    ports: ["9091:9090"]\n    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]\n  api:\n    image: me/api\n    ports: ["8000:8000"]\n',
    'prometheus.yml': 'scrape_configs:\n  - job_name: own\n    static_configs:\n      - targets: ["localhost:‸"]\n',
  },
  '9090',
);
