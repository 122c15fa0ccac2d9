import type { VariableDefinition, VariableSource } from '../../facts/document.ts';
import type { Tree } from '../../syntax/tree.ts';
import { opaque, UNKNOWN } from '../../text/mapped.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Source } from '../format.ts';
import { kubernetesFile } from '../kubernetes/kubernetesFile.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';
import { portVariable, portVariables } from '../variables/portVariables.ts';

/** Templates take their values from the `values.yaml` of their chart. https://helm.sh/docs/chart_template_guide/values_files/ */
export const chartFacts: NonNullable<TreeFormat['facts']> = (tree: Tree, source: Source, textOf) => {
  const { path, text } = source;
  const templates = `${dirname(path)}/`.lastIndexOf(TEMPLATES);
  if (templates >= 0) {
    return {
      ...kubernetesFile(tree, source, textOf),
      variables: assigned(text),
      variableSources: [valuesOf(path.slice(0, templates))],
    };
  }
  return /^values\.ya?ml$/i.test(basename(path))
    ? { variables: tree.documents.flatMap(document => portVariables(document, { prefix: '.Values.', isDeep: true })) }
    : kubernetesFile(tree, source, textOf);
};

const TEMPLATES = '/templates/';

/** `$.Values.port` is `.Values.port`, whatever the dot is at its place. */
function valuesOf(folder: string): VariableSource {
  return { folder: folder || '/', files: 'values.{yaml,yml}', nameOf: name => name.replace(/^\$/, '') };
}

/** `{{ $port := .Values.service.port }}` */
function assigned(text: string): readonly VariableDefinition[] {
  return [...text.matchAll(/\{\{-?\s*(\$\w+)\s*:?=\s*(\$?\.Values\.[\w.]+)\s*-?\}\}/dg)].flatMap(
    ({ 1: name = '', 2: value = '', indices }) => {
      const [start, end] = indices?.[1] ?? [0, 0];
      const [from, to] = indices?.[2] ?? [0, 0];
      const span = { start: from, end: to };
      return portVariable(name, { start, end }, opaque(UNKNOWN, span, [{ name: value, span, from: 'unknown' }]));
    },
  );
}
