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
