import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillGoTemplate } from '../../server/core/formats/helm/fillGoTemplate.ts';
import { goActions } from '../../server/core/syntax/goTemplate.ts';
import { maskGoTemplate } from '../../server/core/syntax/maskGoTemplate.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

function actions(text: string, ...found: readonly string[]): void {
  test(`actions of ${text}`, () =>
    assert.deepEqual(
      goActions(text).map(({ start, end }) => text.slice(start, end)),
      found,
    ));
}

function masked(text: string, expected: string): void {
  test(`mask of ${text}`, () => {
    const found = maskGoTemplate(text);
    assert.equal(found.length, text.length);
    // Whole lines are covered by line ends, of which one is enough to look at.
    assert.equal(found.replace(/\n+/g, '\n').replace(/\$+/g, '$'), expected);
  });
}

function filled(text: string, expected: string): void {
  test(`fill of ${text}`, () => {
    const mapped = fillGoTemplate(verbatim(text, { start: 0, end: text.length }));
    assert.equal(mapped.text.replaceAll('\uFFFC', '?'), expected);
  });
}

actions('a {{ .b }} c {{- d -}}', '{{ .b }}', '{{- d -}}');
actions('{{ "}}" }}', '{{ "}}" }}');
actions('{{ `{{ $labels.pod }}` }}', '{{ `{{ $labels.pod }}` }}');
actions('{{/* "}} */}} x', '{{/* "}} */}}');
actions('{{ a {{ b }}', '{{ b }}');
actions('{{ "a \\" }}" }}', '{{ "a \\" }}" }}');
actions('{{ include "x" (dict\n  "a" 1) }}', '{{ include "x" (dict\n  "a" 1) }}');
actions('{{ never closed');

masked('port: {{ .Values.port }}', 'port: $');
masked('a: 1\n{{- if .x }}\nb: 2\n{{- end }}\n', 'a: 1\nb: 2\n');
masked('a: {{ if .x }}80{{ else }}90{{ end }}', `a: ${' '.repeat(11)}80${' '.repeat(10)}90${' '.repeat(9)}`);
masked('{{- define "x" -}}\na: 1\n{{- end }}', '---\na: 1\n');
masked('a: |\n  {{ .x }}\n', 'a: |\n  $\n');
masked('{{ .a }}-b: 1', '$-b: 1');
masked('no template', 'no template');

filled('{{ .Values.port | default 8080 }}', '8080');
filled('{{ default "8080" .Values.port | quote }}', '8080');
filled('{{ .Values.port }}', '?');
filled('{{ ternary 443 80 .Values.tls }}', '443 80');
filled('{{ ternary "443" .Values.port .Values.tls }}', '443');
filled('{{ ternary .Values.port 80 .Values.tls }}', '80');
filled('{{ printf "http://%s:8080" .Release.Name }}', 'http://?:8080');
filled('{{ or .Values.port 8080 }}', '8080');
filled('{{ coalesce .a .b 8080 }}', '8080');
filled('{{ if .x }}80{{ else }}90{{ end }}', ' 80 90 ');
filled('{{ include "x" . | nindent 8 }}', '?');
filled('{{ .Values.name | trunc 63 }}', '?');
filled('{{ add .Values.port 1000 }}', '?');
filled('{{ env "PORT" | default "80" }}', '80');
filled('$(HOST):6379', '?:6379');
filled('${PORT:-8080}', '8080');
filled('no template', 'no template');

test('hostile templates are read in one pass', () => {
  for (const piece of ['{{ ', '{{ "', '{{ `', '{{/* ', '{{ "\\"', '}} {{ "a', '{{ "{{ "'])
    assert.equal(maskGoTemplate(piece.repeat(100_000)).length, piece.length * 100_000);
});
