import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecogniser } from '../../server/core/formats/recognise.ts';

const { recognise } = createRecogniser();

function check(path: string, text: string, format: string): void {
  test(`${path} with ${JSON.stringify(text)}`, () => assert.equal(recognise(path, text)?.id, format));
}

const MANIFEST = 'apiVersion: v1\nkind: Service\n';

check('/x/any.yaml', MANIFEST, 'kubernetes');
check('/x/any.json', '{\n  "kind": "List",\n  "apiVersion": "v1"\n}', 'kubernetes');
check('/x/any.yaml', '# c\r\n---\r\nkind: Pod\r\napiVersion: v1\r\n', 'kubernetes');
check('/x/any.yaml.j2', MANIFEST, 'kubernetes');
// What it is counts for more than what it is named after.
check('/x/prometheus.yml', MANIFEST, 'kubernetes');
check('/x/compose.yaml', MANIFEST, 'compose');
check('/x/compose-web.yaml', MANIFEST, 'kubernetes');
check('/x/clickhouse/deploy/service.yaml', MANIFEST, 'kubernetes');
check('/x/any.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'kustomize');
check('/x/kustomization.yaml', 'resources: [a.yaml]\n', 'kustomize');
check('/x/any.yaml', '- op: replace\n  path: /spec/ports/0/port\n  value: 80\n', 'kustomize');
check('/x/any.json', '[{"op": "add", "path": "/spec", "value": 1}]', 'kustomize');
check('/x/any.yaml', 'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n', 'kind');
check('/x/any.yaml', 'apiVersion: k3d.io/v1alpha5\nkind: Simple\n', 'k3d');
check('/x/any.yaml', 'apiVersion: skaffold/v4beta11\nkind: Config\n', 'skaffold');
check('/x/any.yaml', 'schemaVersion: 2.2.0\ncomponents: []\n', 'devfile');
check('/x/any.yaml', 'schemaVersion: "2.0.0"\ncommandTests: []\n', 'yaml');
check('/x/any.yaml', 'apiVersion: v1\nkind: Pod\nname: {{ .Values.name }}\n', 'helm');
check('/x/_helpers.tpl', '{{- define "x" -}}\n{{- end -}}', 'helm');
check('/x/any.yaml', 'a: 1\nreplicaCount: 1\nnodeSelector: {}\ntolerations: []\n', 'helm');
check('/x/values-prod.yaml', 'port: 80\n', 'helm');
check('/x/helmfile.yaml', 'releases: [{name: "{{ .Values.x }}"}]\n', 'helmfile');

test('templates of notifications are not those of charts', () => {
  const text = 'text: \'{{ template "slack.text" . }}\'\nreceivers: []\n';
  assert.notEqual(recognise('/x/alertmanager.yml', text)?.id, 'helm');
});
