import type { StartedContainer } from '../../facts/startedContainer.ts';
import { mountedAt, variablesOf } from '../../ports/read/containerOptions.ts';
import { entries, get, items, type MapNode, type Node, scalar, type Tree } from '../../syntax/tree.ts';

/**
 * The containers of jobs: their `services`, and those that their steps run in.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idservices
 */
export function jobContainers({ documents }: Tree): readonly StartedContainer[] {
  return documents
    .flatMap(document => entries(get(document, 'jobs')))
    .flatMap(({ value: job }) => [get(job, 'container'), ...entries(get(job, 'services')).map(({ value }) => value)])
    .flatMap(node => (node?.kind === 'map' ? [jobContainer(node)] : []))
    .sort((a, b) => a.span.start - b.span.start);
}

function jobContainer(node: MapNode): StartedContainer {
  const options = scalar(get(node, 'options'))?.text ?? '';
  const valuesOf = (option: RegExp): readonly string[] => [...options.matchAll(option)].map(([, value = '']) => value);
  return {
    span: node.span,
    // An expression chooses the image, or what it is started with.
    isBuilt: node.entries.some(({ value }) => textOf(value)?.includes('${{')),
    replacesCommand:
      ['command', 'entrypoint', 'args'].some(key => get(node, key) !== undefined) ||
      /--(?:entrypoint|net)/.test(options),
    openEnvironment: /--env-file|--mount|--volumes-from/.test(options),
    variables: new Map([
      ...entries(get(node, 'env')).map(({ key, value }) => [key.text, known(textOf(value))] as const),
      ...variablesOf(valuesOf(/(?:\s|^)(?:-e|--env)[= \t]\s*["']?([^\s"']+)/g)),
    ]),
    mounts: [
      ...items(get(node, 'volumes')).map(item => textOf(item) ?? ''),
      ...valuesOf(/(?:\s|^)(?:-v|--volume)[= \t]\s*["']?([^\s"']+)/g),
    ].map(mountedAt),
  };
}

function textOf(node: Node | undefined): string | undefined {
  return scalar(node)?.text;
}

function known(value: string | undefined): string | undefined {
  return value?.includes('${{') ? undefined : value;
}
