import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionIn } from '../harness/completion.ts';

/** Nothing is offered at the cursor. */
function silent(path: string, text: string): void {
  test(`${path}: ${text
    .split('\n')
    .find(line => line.includes('‸'))
    ?.trim()}`, () => {
    assert.equal(completionIn({ [path]: text }).found, undefined);
  });
}

const compose = (line: string): string => `services:\n  web:\n    image: nginx\n    ${line}\n    restart: always\n`;

for (const line of [
  '# ports: "‸"',
  'user: root # 80‸',
  'por‸: []',
  'por‸',
  'ports‸:',
  'container_name: ‸',
  'container_name: web-‸',
  'hostname: web80‸',
  'image: postgres:‸',
  'image: "postgres:‸"',
  'image: postgres:1‸6',
  'image: ghcr.io/a/b@sha256:‸',
  'mem_limit: ‸',
  'stop_grace_period: 1‸m',
  'cpus: 0.‸5',
  'scale: ‸',
  'user: "1000:‸"',
  'volumes: ["./a:‸"]',
  'volumes: [data:/var‸]',
  'networks: {a: {ipv4_address: 10.0.0.‸}}',
  'healthcheck: {interval: ‸}',
  'healthcheck: {retries: ‸}',
  'environment: {VERSION: ‸}',
  'environment: {TIMEOUT_MS: ‸}',
  'environment: {PASSWORD: "‸"}',
  'environment: {MAX_PORTALS: ‸}',
  'environment: {HTTP_PORT: "$P‸"}',
  'extra_hosts: ["a:‸"]',
  'logging: {options: {max-size: "‸"}}',
])
  silent('compose.yaml', compose(line));
silent('compose.yaml', 'version: "‸"\nservices: {}\n');

silent('Dockerfile', 'FROM node:‸\n');
silent('Dockerfile', 'FROM nod‸e\n');
silent('Dockerfile', '# EXPOSE ‸\nFROM node\n');
silent('Dockerfile', 'FROM node\nWORKDIR /srv/‸\n');
silent('Dockerfile', 'FROM node\nENV NODE_VERSION=‸\n');
silent('Dockerfile', 'FROM node\nEXPO‸\n');
silent('Dockerfile', 'FROM node\nUSER ‸\n');
silent('Dockerfile', 'FROM node\nCOPY --from=‸ a b\n');

silent('.env', 'NAME=‸\n');
silent('.env', 'PO‸RT=80\n');
silent('.env', '# PORT=‸\n');
silent('.env', 'TIMEOUT=‸\n');
silent('.env', 'VERSION=1.‸\n');
silent('.env', 'TRANSPORT=‸\n');
silent('.env', 'COLOR="‸"\n');

const kubernetes = (line: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      ${line}\n      stdin: true\n`;
for (const line of [
  'image: nginx:‸',
  'ima‸',
  'resources: {limits: {cpu: ‸}}',
  'livenessProbe: {periodSeconds: ‸}',
  'ports: [{name: ‸, containerPort: 80}]',
  'ports: [{protocol: ‸, containerPort: 80}]',
  'env: [{name: VERSION, value: "‸"}]',
  'workingDir: "‸"',
])
  silent('pod.yaml', kubernetes(line));

silent('nginx.conf', 'http {\n  server {\n    server_name ‸;\n  }\n}\n');
silent('nginx.conf', 'http {\n  keepalive_timeout ‸;\n}\n');
silent('nginx.conf', 'http {\n  server {\n    listen unix:‸;\n  }\n}\n');
silent('nginx.conf', 'http {\n  # listen ‸;\n}\n');
silent('nginx.conf', 'worker_processes ‸;\n');
silent('redis.conf', 'timeout ‸\n');
silent('redis.conf', 'databases ‸\n');
silent('postgresql.conf', 'max_connections = ‸\n');
silent('etc/ssh/sshd_config', 'LoginGraceTime ‸\n');
silent('prometheus.yml', 'global:\n  scrape_interval: ‸\n');
silent('application.properties', 'server.servlet.context-path=‸\n');
silent('application.properties', 'spring.datasource.hikari.maximum-pool-size=‸\n');
silent('package.json', '{ "version": "‸" }\n');
silent('package.json', '{ "dependencies": { "express": "‸" } }\n');
silent('.github/workflows/ci.yml', 'jobs:\n  a:\n    timeout-minutes: ‸\n');
silent('.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v‸\n');
silent('main.tf', 'variable "a" {\n  default = ‸\n}\n');
silent('main.tf', 'terraform {\n  required_version = "‸"\n}\n');
silent('run.sh', 'sleep ‸\n');
silent('run.sh', 'echo "‸"\n');
silent('run.sh', 'docker run redis:‸\n');
silent('haproxy.cfg', 'defaults\n  timeout client ‸\n');
silent('my.cnf', '[mysqld]\nmax_connections = ‸\n');
silent('app.service', '[Service]\nRestartSec=‸\n');
silent('Cargo.toml', '[package]\nversion = "‸"\n');
silent('values.yaml', 'replicaCount: ‸\n');
silent('values.yaml', 'image:\n  tag: "‸"\n');
silent('portolan.json', '{ "ports": { "8081": "‸" } }\n');
