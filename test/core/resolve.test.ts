import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { createRecogniser, createWorkspace, workspacePlaces } from '../../server/core/analysis.ts';

/** What `expression` of the file will be in a workspace of these files: its number and where that stands, `file:line`. */
function check(
  name: string,
  files: Readonly<Record<string, string>>,
  [path, expression]: readonly [string, string],
  number: number | undefined,
  where?: string,
): void {
  test(name, () => {
    const workspace = createWorkspace(createRecogniser());
    for (const [file, text] of Object.entries(files)) workspace.set(file, text);
    const snapshot = workspace.snapshot();
    const facts = snapshot.facts(path);
    const found = facts?.occurrences.find(
      ({ expression: place }) => place && facts.text.slice(place.start, place.end) === expression,
    );
    assert.ok(found, `no port at ${expression} in ${JSON.stringify(facts?.occurrences.map(({ value }) => value))}`);
    const { range, definition } = snapshot.resolve(path, found);
    assert.equal(range?.first, number);
    if (where !== undefined) assert.equal(`${definition?.path}:${(definition?.line ?? -1) + 1}`, where);
  });
}

const MODULE = 'resource "aws_lb_listener" "l" { port = var.port }\n';
const VARIABLE = 'variable "port" {\n  default = 8080\n}\n';

check(
  'Terraform: the default of a variable',
  { '/m/main.tf': MODULE, '/m/variables.tf': VARIABLE },
  ['/m/main.tf', 'var.port'],
  8080,
  '/m/variables.tf:1',
);
check(
  'Terraform: terraform.tfvars goes before the default',
  { '/m/main.tf': MODULE + VARIABLE, '/m/terraform.tfvars': 'port = 8081\n' },
  ['/m/main.tf', 'var.port'],
  8081,
  '/m/terraform.tfvars:1',
);
check(
  'Terraform: another module says nothing',
  { '/m/main.tf': MODULE, '/other/variables.tf': VARIABLE },
  ['/m/main.tf', 'var.port'],
  undefined,
);
check(
  'Terraform: other values are not taken by themselves',
  { '/m/main.tf': MODULE, '/m/prod.tfvars': 'port = 8081\n' },
  ['/m/main.tf', 'var.port'],
  undefined,
);
check(
  'Terraform: a local within a text',
  { '/m/main.tf': 'locals {\n  p = 9000\n}\nresource "x" "y" { port = "${local.p}" }\n' },
  ['/m/main.tf', '${local.p}'],
  9000,
  '/m/main.tf:2',
);
check(
  'CloudFormation: the default of a parameter',
  {
    '/s/stack.yaml':
      'AWSTemplateFormatVersion: x\nParameters:\n  WebPort: {Default: 8443}\nResources:\n  A: {Properties: {FromPort: !Ref WebPort}}\n',
  },
  ['/s/stack.yaml', 'WebPort'],
  8443,
  '/s/stack.yaml:3',
);

const SERVICE = 'apiVersion: v1\nkind: Service\nspec:\n  ports:\n    - port: {{ $.Values.service.port }}\n';
const CONTAINER =
  'kind: Deployment\napiVersion: apps/v1\nspec:\n  ports:\n    - containerPort: {{ .Values.http | default 80 }}\n';

check(
  'Helm: a value of the chart',
  { '/c/templates/sub/service.yaml': SERVICE, '/c/values.yaml': 'service:\n  type: ClusterIP\n  port: 8080\n' },
  ['/c/templates/sub/service.yaml', '{{ $.Values.service.port }}'],
  8080,
  '/c/values.yaml:3',
);
check(
  'Helm: a value goes before the default of the template',
  { '/c/templates/d.yaml': CONTAINER, '/c/values.yaml': 'http: 3000\n' },
  ['/c/templates/d.yaml', '{{ .Values.http | default 80 }}'],
  3000,
  '/c/values.yaml:1',
);
check(
  'Helm: the default of the template without a value',
  { '/c/templates/d.yaml': CONTAINER, '/c/values.yaml': 'other:\n  http: 3000\n' },
  ['/c/templates/d.yaml', '{{ .Values.http | default 80 }}'],
  80,
);
check(
  'Helm: the values of another chart, or of another file, say nothing',
  {
    '/c/templates/s.yaml': SERVICE,
    '/d/values.yaml': 'service:\n  port: 1\n',
    '/c/values-dev.yaml': 'service:\n  port: 2\n',
  },
  ['/c/templates/s.yaml', '{{ $.Values.service.port }}'],
  undefined,
);

test('the page of a port names the places that come by it through a variable', () => {
  const workspace = createWorkspace(createRecogniser());
  workspace.set('/c/templates/d.yaml', CONTAINER);
  workspace.set('/c/values.yaml', 'http: 3000\n');
  const port = asPort(3000);
  assert.ok(port);
  const names = workspacePlaces(workspace.snapshot(), port, () => undefined).map(({ name }) => name);
  assert.deepEqual(names, ['/c/templates/d.yaml:5']);
});

const TASK = '- name: open\n  ufw:\n    port: "{{ web_port }}"\n';

check(
  'Ansible: the default of a role',
  { '/p/roles/web/tasks/main.yml': TASK, '/p/roles/web/defaults/main.yml': 'web_port: 8080\n' },
  ['/p/roles/web/tasks/main.yml', '{{ web_port }}'],
  8080,
  '/p/roles/web/defaults/main.yml:1',
);
check(
  'Ansible: the variables of all machines go before it, in templates too',
  {
    '/p/roles/web/templates/nginx.conf.j2': 'server {\n  listen {{ web_port }};\n}\n',
    '/p/roles/web/defaults/main.yml': 'web_port: 8080\n',
    '/p/group_vars/all.yml': 'other: 1\nweb_port: 9000\n',
  },
  ['/p/roles/web/templates/nginx.conf.j2', '{{ web_port }}'],
  9000,
  '/p/group_vars/all.yml:2',
);
check(
  'Ansible: another role, or another group, says nothing',
  {
    '/p/roles/web/tasks/main.yml': TASK,
    '/p/roles/db/defaults/main.yml': 'web_port: 1\n',
    '/p/group_vars/db.yml': 'web_port: 2\n',
  },
  ['/p/roles/web/tasks/main.yml', '{{ web_port }}'],
  undefined,
);

check(
  'Helm: a variable of the template',
  {
    '/c/templates/i.yaml': `{{- $port := .Values.service.port -}}\n${SERVICE.replace('$.Values.service.port', '$port')}`,
    '/c/values.yaml': 'service:\n  port: 8080\n',
  },
  ['/c/templates/i.yaml', '{{ $port }}'],
  8080,
  '/c/values.yaml:2',
);

const COMPOSE =
  'services:\n  app:\n    image: app\n    environment:\n      DB_URL: ${DB_URL:-postgres://db:5432/app}\n';

check(
  'a variable that holds an address',
  { '/p/compose.yaml': COMPOSE, '/p/.env': 'DB_URL=postgres://db:6432/app\n' },
  ['/p/compose.yaml', '${DB_URL:-postgres://db:5432/app}'],
  6432,
  '/p/.env:1',
);
check(
  'a variable that holds no port leaves the one that is written',
  { '/p/compose.yaml': COMPOSE, '/p/.env': 'DB_URL=postgres://db/app\n' },
  ['/p/compose.yaml', '${DB_URL:-postgres://db:5432/app}'],
  5432,
);

/** `PORT=9000` of the nearest `.env`, and nothing where that one does not set it. */
function checkEnvironment(path: string, text: string, expression: string): void {
  const folder = path.slice(0, path.lastIndexOf('/'));
  check(
    `${path}: the .env of a folder above`,
    { [path]: text, '/.env': 'PORT=9000\n' },
    [path, expression],
    9000,
    '/.env:1',
  );
  check(
    `${path}: the nearest .env`,
    { '/.env': 'PORT=1\n', [path]: text, [`${folder}/.env`]: 'A=1\nPORT=9000\n' },
    [path, expression],
    9000,
    `${folder}/.env:2`,
  );
  check(
    `${path}: another name, or the .env of another folder`,
    { [path]: text, [`${folder}/.env`]: 'OTHER_PORT=9000\n', '/elsewhere/.env': 'PORT=9000\n' },
    [path, expression],
    /\d/.test(expression) ? 3000 : undefined,
  );
}

checkEnvironment('/a/Procfile', 'web: gunicorn -b 0.0.0.0:$PORT app\n', '$PORT');
checkEnvironment('/a/package.json', '{"scripts": {"start": "vite --port ${PORT:-3000}"}}', '${PORT:-3000}');
checkEnvironment('/a/Makefile', 'run:\n\tserve --port $(PORT)\n', '$(PORT)');
checkEnvironment('/a/justfile', 'run:\n\tcurl http://localhost:$PORT/\n', '$PORT');
checkEnvironment('/a/run.sh', 'export PORT="${PORT:-3000}"\nserve --port $PORT\n', '${PORT:-3000}');
checkEnvironment(
  '/a/Taskfile.yml',
  'version: 3\ntasks:\n  a:\n    cmds:\n      - serve --port {{.PORT}}\n',
  '{{.PORT}}',
);
checkEnvironment('/a/b/.devcontainer/devcontainer.json', '{"forwardPorts": ["${localEnv:PORT}"]}', '${localEnv:PORT}');
checkEnvironment('/a/devcontainer.json', '{"appPort": "${localEnv:PORT:3000}:80"}', '${localEnv:PORT:3000}');
checkEnvironment('/a/vite.config.js', 'export default { server: { port: process.env.PORT || 3000 } };\n', '3000');
checkEnvironment(
  '/a/config/database.yml',
  'dev:\n  port: <%= ENV.fetch("PORT") { 3000 } %>\n',
  '<%= ENV.fetch("PORT") { 3000 } %>',
);
checkEnvironment('/a/config/puma.rb', 'port ENV.fetch("PORT", 3000)\n', '3000');
checkEnvironment(
  '/a/config/runtime.exs',
  'import Config\nconfig :a, B, http: [port: System.get_env("PORT") || 3000]\n',
  '3000',
);
checkEnvironment('/a/config/app.php', "<?php return ['port' => env('PORT', 3000)];\n", '3000');
checkEnvironment('/a/app.service', '[Service]\nExecStart=/bin/app --port ${PORT}\n', '${PORT}');
checkEnvironment('/a/nginx.conf.template', 'server {\n  listen ${PORT};\n}\n', '${PORT}');
checkEnvironment('/a/httpd.conf', 'Listen ${PORT}\n', '${PORT}');
checkEnvironment('/a/application.yml', 'server:\n  port: ${PORT:3000}\n', '${PORT:3000}');

const ENVIRONMENT = { '/a/.env': 'PORT=9000\n' };

/** A file that sets the variable itself goes before its `.env`. */
function checkOwn(path: string, text: string, expression: string, line: number): void {
  check(`${path}: its own variable`, { ...ENVIRONMENT, [path]: text }, [path, expression], 8080, `${path}:${line}`);
}

checkOwn('/a/Makefile', 'PORT ?= 8080\nrun:\n\tserve --port $(PORT)\n', '$(PORT)', 1);
checkOwn('/a/justfile', 'port := "8080"\nrun:\n\tserve --port {{port}}\n', '{{port}}', 1);
checkOwn('/a/run.sh', 'PORT=1\nexport PORT=8080 # web\nserve --port $PORT\nPORT=2\n', '$PORT', 2);
checkOwn('/a/start.sh', ': "${PORT:=8080}"\nserve --port $PORT\n', '$PORT', 1);
checkOwn('/a/Taskfile.yml', 'version: 3\nvars:\n  PORT: 8080\ntasks:\n  a: serve --port {{.PORT}}\n', '{{.PORT}}', 3);
checkOwn('/a/a.service', '[Service]\nEnvironment=X=1 "PORT=8080"\nExecStart=/bin/app --port ${PORT}\n', '${PORT}', 2);
checkOwn('/a/httpd.conf', 'Define PORT 8080\nListen ${PORT}\n', '${PORT}', 1);
check(
  'a command that sets a variable for itself sets it for no other',
  { '/a/run.sh': 'PORT=8080 other\nserve --port $PORT\n' },
  ['/a/run.sh', '$PORT'],
  undefined,
);
check(
  'a CI file takes nothing from .env',
  { ...ENVIRONMENT, '/a/.gitlab-ci.yml': 'test:\n  script:\n    - curl http://localhost:$PORT/\n' },
  ['/a/.gitlab-ci.yml', '$PORT'],
  undefined,
);

const MANAGEMENT = 'management.server.port: ${server.port}\n';

check(
  'Spring: another setting of the file',
  { '/s/application.yml': `server:\n  port: 8080\n${MANAGEMENT}` },
  ['/s/application.yml', '${server.port}'],
  8080,
  '/s/application.yml:2',
);
check(
  'Spring: a file of a profile counts for itself first',
  { '/s/application-dev.yml': `server.port: 8081\n${MANAGEMENT}`, '/s/application.yml': 'server.port: 8080\n' },
  ['/s/application-dev.yml', '${server.port}'],
  8081,
  '/s/application-dev.yml:1',
);
check(
  'Spring: a file of a profile takes the rest from the file of all',
  { '/s/application-dev.yml': MANAGEMENT, '/s/application.properties': 'serverPort=8080\n' },
  ['/s/application-dev.yml', '${server.port}'],
  8080,
  '/s/application.properties:1',
);
check(
  'Spring: a setting that the environment sets',
  { '/s/application.yml': `server:\n  port: \${WEB_PORT:8080}\n${MANAGEMENT}`, '/.env': 'WEB_PORT=9000\n' },
  ['/s/application.yml', '${server.port}'],
  9000,
  '/.env:1',
);
check(
  'Spring: the name of a setting in the environment',
  { '/s/application.yml': MANAGEMENT, '/s/.env': 'SERVER_PORT=9000\n' },
  ['/s/application.yml', '${server.port}'],
  9000,
  '/s/.env:1',
);
check(
  'Spring: a default of the setting itself is no setting',
  { '/s/application.yml': 'server:\n  port: ${SERVER_PORT:8080}\n' },
  ['/s/application.yml', '${SERVER_PORT:8080}'],
  8080,
);
check(
  'Spring: neither other profiles, nor other folders, nor a circle',
  {
    '/s/application.yml': `${MANAGEMENT}server.port: \${management.server.port}\n---\nspring.config.activate.on-profile: dev\nserver.port: 1\n`,
    '/s/application-dev.yml': 'server.port: 2\n',
    '/t/application.yml': 'server.port: 3\n',
  },
  ['/s/application.yml', '${server.port}'],
  undefined,
);

const SITE = '<VirtualHost *:${WEB_PORT}>\n</VirtualHost>\n';

check(
  'Apache: what the file defines that includes this one',
  {
    '/etc/apache2/sites-enabled/a.conf': SITE,
    '/etc/apache2/apache2.conf': 'Define WEB_PORT 8080\nIncludeOptional sites-enabled/*.conf\n',
  },
  ['/etc/apache2/sites-enabled/a.conf', '${WEB_PORT}'],
  8080,
  '/etc/apache2/apache2.conf:1',
);
check(
  'Apache: a file that does not include this one says nothing',
  {
    '/etc/apache2/sites-enabled/a.conf': SITE,
    '/etc/apache2/apache2.conf': 'Define WEB_PORT 8080\nInclude mods-enabled/*.conf\n',
  },
  ['/etc/apache2/sites-enabled/a.conf', '${WEB_PORT}'],
  undefined,
);

test('a part is asked for, and is of the format of its whole', () => {
  const workspace = createWorkspace(createRecogniser());
  workspace.set('/n/nginx.conf', 'http {\n  include sites/*;\n  include parts/app;\n}\n');
  assert.deepEqual(workspace.wanted(), [
    { path: '/n/parts/app', format: 'nginx' },
    { path: '/parts/app', format: 'nginx' },
  ]);
  assert.equal(workspace.set('/n/parts/app', 'listen 8080;\n', { format: 'nginx' })?.occurrences.length, 1);
});
