import { test } from 'node:test';
import { checkSamePort } from '../harness/samePort.ts';

const check = (name: string, files: Readonly<Record<string, string>>): void =>
  void test(name, () => checkSamePort(files));

const WEB = 'services:\n  web:\n    build: .\n    ports: ["8080:3000"]\n';

check('published: the URLs of the files around it are likely', {
  'compose.yaml': WEB.replace('8080', '⟦80‸80⟧'),
  'package.json': '{"scripts": {"open": "curl http://localhost:⟦?‖8080⟧/x", "other": "curl http://localhost:3000/"}}',
  '.env': 'API_URL=http://127.0.0.1:⟦?‖8080⟧\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: curl http://[::1]:⟦?‖8080⟧/\n',
  '.vscode/launch.json': '{"configurations": [{"type": "chrome", "url": "http://localhost:⟦?‖8080⟧"}]}',
  '.devcontainer/devcontainer.json': '{"forwardPorts": [⟦?‖8080⟧]}',
});

check('published: base and override are one project', {
  'compose.yaml': WEB.replace('8080', '⟦80‸80⟧'),
  'compose.override.yaml': 'services:\n  web:\n    ports: ["⟦8080⟧:3001"]\n',
});

check('published: another service that takes it is likely', {
  'compose.yaml': `${WEB.replace('8080', '⟦80‸80⟧')}  api:\n    image: me/api\n    profiles: [other]\n    ports: ["⟦?‖8080⟧:80"]\n`,
});

check('published over another transport is another port', {
  'compose.yaml': 'services:\n  dns:\n    image: me/dns\n    ports: ["⟦5‸3⟧:53/udp", "53:53/tcp"]\n',
});

check('published by two projects: two ports, and a URL means the nearest', {
  'a/compose.yaml': WEB.replace('8080', '⟦80‸80⟧'),
  'a/.env': 'URL=http://localhost:⟦?‖8080⟧\n',
  'b/compose.yaml': WEB,
  'b/.env': 'URL=http://localhost:8080\n',
  '.env': 'URL=http://localhost:8080\n',
});

check('a URL leads to what is published', {
  'compose.yaml': WEB.replace('8080', '⟦?‖8080⟧'),
  'app/.env': 'API_URL=http://localhost:⟦80‸80⟧\n',
});

check('host.docker.internal is the machine around', {
  'compose.yaml': `${WEB.replace('8080', '⟦80‸80⟧')}    environment: {API: "http://host.docker.internal:⟦?‖8080⟧"}\n`,
});

check('the container side: mapping, expose, variable, health check, dials by name, Dockerfile', {
  'compose.yaml': `services:
  web:
    build: .
    ports: ["8080:⟦30‸00⟧"]
    expose: ["⟦3000⟧"]
    environment: {PORT: "⟦3000⟧"}
    healthcheck: {test: curl -f http://localhost:⟦3000⟧/}
    labels: ["traefik.http.services.web.loadbalancer.server.port=⟦3000⟧"]
  proxy:
    image: me/proxy
    environment: {BACKEND: "http://web:⟦3000⟧/x", OTHER: "http://localhost:3000"}
`,
  Dockerfile:
    'FROM node:22\nENV PORT=⟦3000⟧\nEXPOSE ⟦3000⟧\nHEALTHCHECK CMD curl -f http://localhost:⟦3000⟧/\nCMD ["node", "x"]\n',
  'package.json': '{"scripts": {"open": "curl http://localhost:3000/"}}',
});

check('a Dockerfile alone', {
  Dockerfile: 'FROM node:22\nARG PORT=⟦=‖3000⟧\nEXPOSE ⟦$‸{PORT}⟧\nHEALTHCHECK CMD curl -f http://localhost:⟦3000⟧/\n',
});

check('localhost in a container is its own, where it has the port', {
  'compose.yaml': `services:
  web:
    image: me/web
    ports: ["8080:⟦8080⟧"]
    environment: {SELF: "http://localhost:⟦80‸80⟧"}
`,
});

check('localhost in a container that has no such port is the machine', {
  'compose.yaml': `services:
  api:
    image: me/api
    ports: ["⟦?‖8081⟧:80"]
  web:
    image: me/web
    environment: {PUBLIC_API_URL: "http://localhost:⟦80‸81⟧"}
`,
});

check('a variable: its definition, its fallback, and its other users', {
  'compose.yaml': `services:
  web:
    build: .
    ports: ["\${WEB_PORT:-⟦8080⟧}:3000"]
    environment: {URL: "http://host.docker.internal:⟦?‖\${WEB_PORT}⟧"}
`,
  '.env': 'WEB_PORT=⟦=‖80‸80⟧\nOTHER=8080\n',
});

check('a fallback that is overruled is not the number', {
  'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["${WEB_PORT:-⟦8080⟧}:3000"]\n',
  '.env': 'WEB_PORT=⟦=‖90‸90⟧\n',
  'x/.env': 'URL=http://localhost:8080\nA=http://localhost:⟦?‖9090⟧\n',
});

check('an env_file is of the container', {
  'compose.yaml': 'services:\n  web:\n    build: .\n    env_file: web.env\n    ports: ["8080:⟦30‸00⟧"]\n',
  'web.env': 'PORT=⟦3000⟧\nSELF=http://localhost:⟦3000⟧\n',
});

check('what a mounted nginx listens on is of the container', {
  'compose.yaml': `services:
  proxy:
    image: nginx
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf"]
    ports: ["80:⟦81‸81⟧"]
  web:
    build: .
    ports: ["8080:3000"]
`,
  'nginx.conf': 'server { listen ⟦8181⟧; location / { proxy_pass http://web:3000; } }',
});

check('what it proxies to is of the other container', {
  'compose.yaml': `services:
  proxy:
    image: nginx
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf"]
  web:
    build: .
    ports: ["8080:⟦3000⟧"]
`,
  'nginx.conf': 'server { listen 3000; location / { proxy_pass http://web:⟦30‸00⟧; } }',
});

check('an nginx.conf alone is one machine', {
  'nginx.conf': 'server { listen ⟦80‸80⟧; }\nserver { listen ⟦8080⟧ default_server; }\n',
  'other/nginx.conf': 'server { listen 8080; }\n',
});

check('a service of another file of the project is dialled by its name', {
  'compose.yaml': 'services:\n  web:\n    build: .\n    environment: {DB_URL: "postgres://db:⟦54‸32⟧/x"}\n',
  'compose.override.yaml': 'services:\n  db:\n    image: postgres\n    ports: ["5433:⟦5432⟧"]\n',
});

check('the network of another service', {
  'compose.yaml': `services:
  vpn:
    image: me/vpn
    ports: ["8080:⟦80‸80⟧"]
  app:
    image: me/app
    network_mode: service:vpn
    environment: {PORT: "⟦8080⟧"}
`,
});

check('the network of the host', {
  'compose.yaml': 'services:\n  app:\n    image: me/app\n    network_mode: host\n    environment: {PORT: "⟦80‸80⟧"}\n',
  '.env': 'URL=http://localhost:⟦?‖8080⟧\n',
});

check('the port plan', {
  'compose.yaml': WEB.replace('8080', '⟦80‸80⟧'),
  'portolan.json': '{"ports": {"⟦8080⟧": {"owner": "web"}, "8000-8100": "all"}}',
});

check('a far host', {
  '.env': 'DB=postgres://db.example.com:⟦54‸32⟧/x\n',
  'app/.env': 'DB=postgres://db.example.com:⟦5432⟧/y\nOTHER=postgres://db2.example.com:5432/y\n',
});

check('ranges', {
  'compose.yaml': 'services:\n  ftp:\n    image: me/ftp\n    ports: ["⟦21100-2‸1110⟧:21100-21110", "⟦?‖21100⟧:21"]\n',
});

check('a job of a pipeline has a machine of its own', {
  'compose.yaml': WEB,
  '.github/workflows/ci.yml': `on: push
jobs:
  one:
    runs-on: x
    services:
      web: {image: me/web, ports: ["⟦80‸80⟧:80"]}
    steps:
    - run: curl http://localhost:⟦8080⟧/
  two:
    runs-on: x
    steps:
    - run: curl http://localhost:8080/
`,
});

check('what lies deep in a mounted tree is only likely read there', {
  'dev/compose.yaml': 'services:\n  web:\n    build: .\n    volumes: ["../app:/app"]\n    ports: ["8080:⟦30‸00⟧"]\n',
  'app/deep/.env': 'PORT=⟦?‖3000⟧\n',
});

check('two overlays of one base', {
  'compose.yaml': 'services:\n  web:\n    build: .\n',
  'compose.test.yaml': 'services:\n  web:\n    ports: ["⟦80‸80⟧:3000"]\n',
  'compose.prod.yaml': 'services:\n  web:\n    ports: ["⟦?‖8080⟧:3000"]\n',
});
check('what sets the port of another is not the port of the machine', {
  '.env': 'PORT=8080\nURL=http://localhost:⟦80‸80⟧\n',
  'compose.yaml':
    'services:\n  web:\n    image: me/web\n    ports: ["⟦?‖8080⟧:80"]\n  api:\n    image: me/api\n    expose: ["${PORT}"]\n',
});
check('a sample of the file that sets a variable, beside who takes it', {
  '.env.example': 'DB_PORT=⟦?‖5433⟧\n',
  'compose.yaml': 'services:\n  db:\n    image: postgres\n    ports: ["${DB_PORT:-⟦54‸33⟧}:5432"]\n',
});
check('both sides of what a cluster in containers publishes', {
  'k3d.yaml':
    'apiVersion: k3d.io/v1alpha5\nkind: Simple\nports:\n  - port: ⟦80‸81⟧:8081\n    nodeFilters: [loadbalancer]\n',
});
check('what is dialled from inside of a container is not the host', {
  'compose.yaml': 'services:\n  api:\n    image: me/api\n    ports: ["⟦80‸00⟧:80"]\n',
  'up.sh': '#!/bin/sh\ndocker compose exec -T api curl http://localhost:8000/\n',
});
check('of the scripts of a folder that is copied, nobody knows which is run', {
  'compose.yaml': 'services:\n  api:\n    build: .\n    ports: ["8000:⟦80‸00⟧"]\n',
  Dockerfile: 'FROM python\nCOPY bin/ /app/bin/\nEXPOSE ⟦8000⟧\n',
  'bin/start.sh': '#!/bin/sh\nexec gunicorn --bind 0.0.0.0:⟦?‖8000⟧ app\n',
  'bin/local.sh': '#!/bin/sh\npython manage.py runserver 0.0.0.0:⟦?‖8000⟧\n',
});
