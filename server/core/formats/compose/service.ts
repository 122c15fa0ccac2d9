import type {
  ComposeBuild,
  ComposeInclude,
  ComposeService,
  MergeTag,
  ServicePort,
  ServiceVariable,
} from '../../facts/compose.ts';
import {
  entries,
  entry,
  get,
  isNull,
  items,
  type MapEntry,
  type MapNode,
  type Node,
  type Scalar,
  scalar,
} from '../../syntax/tree.ts';
import { type Mapped, slice } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';

/** The first scalar under a top-level key, over all documents of the file. */
export function topLevel(documents: readonly Node[], key: string): Scalar | undefined {
  for (const document of documents) {
    const found = scalar(get(document, key));
    if (found) return found;
  }
  return undefined;
}

/** The entries of `services`; in files of the first version, which have no such key, those of the file itself. */
export function serviceEntries(documents: readonly Node[]): readonly MapEntry[] {
  const under = documents.flatMap(document => entries(get(document, 'services')));
  if (under.length > 0 || documents.some(document => get(document, 'services') !== undefined)) return under;
  return documents
    .flatMap(entries)
    .filter(({ value }) => get(value, 'image') !== undefined || get(value, 'build') !== undefined);
}

/** https://docs.docker.com/reference/compose-file/include/ */
export function readIncludes(documents: readonly Node[]): readonly ComposeInclude[] {
  return documents
    .flatMap(document => items(get(document, 'include')))
    .map(item => ({
      paths: textsOf(item.kind === 'map' ? get(item, 'path') : item),
      ...optional('projectDirectory', textOf(get(item, 'project_directory'))),
      envFiles: textsOf(get(item, 'env_file')),
      span: item.span,
    }));
}

/** A service of a compose file, as the workspace merges it with those of other files. */
export function readService(
  key: Scalar,
  node: Node | undefined,
  configs: ReadonlyMap<string, Mapped> = new Map(),
): ComposeService {
  const ports = get(node, 'ports');
  const build = readBuild(get(node, 'build'));
  const networks = readNetworks(get(node, 'networks'));
  const inherited = readExtends(get(node, 'extends'));
  return {
    name: key.text,
    nameSpan: key.inner,
    span: node?.span ?? key.span,
    image: textOf(get(node, 'image')),
    build: build,
    ports: readPorts(ports),
    tag: mergeTag(node),
    portsTag: mergeTag(ports),
    portsEntry: readPortsEntry(node),
    expose: textsOf(get(node, 'expose')),
    networkMode: textOf(get(node, 'network_mode')) ?? textOf(get(node, 'net')),
    networks: networks,
    user: textOf(get(node, 'user')),
    sysctls: new Map(readVariables(get(node, 'sysctls')).map(({ name, value }) => [name, value])),
    addedCapabilities: textsOf(get(node, 'cap_add')),
    privileged: textOf(get(node, 'privileged')),
    containerName: textOf(get(node, 'container_name')),
    hostname: textOf(get(node, 'hostname')),
    links: textsOf(get(node, 'links')),
    extraHosts: readExtraHosts(get(node, 'extra_hosts')),
    profiles: textsOf(get(node, 'profiles')),
    replicas: textOf(get(node, 'scale')) ?? textOf(get(get(node, 'deploy'), 'replicas')),
    command: get(node, 'command')?.span,
    entrypoint: get(node, 'entrypoint')?.span,
    environment: readVariables(get(node, 'environment')),
    envFiles: readEnvFiles(get(node, 'env_file')),
    mounts: readMounts(node),
    binds: readBinds(node, configs),
    extends: inherited,
  };
}

/** https://docs.docker.com/reference/compose-file/merge/#reset-value */
function mergeTag(node: Node | undefined): MergeTag | undefined {
  if (node?.tag === '!override') return 'override';
  return node?.tag === '!reset' ? 'reset' : undefined;
}

/** `K: V` pairs, or `- K=V` items. Also the shape of `labels` and `build.args`. */
export function readVariables(node: Node | undefined): readonly ServiceVariable[] {
  if (node?.kind === 'map') {
    return node.entries.map(({ key, value }) => ({
      name: key.text,
      nameSpan: key.inner,
      ...optional('value', variableValue(value)),
    }));
  }
  return items(node).flatMap(item => {
    if (item.kind !== 'scalar' || item.text === '') return [];
    const cut = item.text.indexOf('=');
    const name = slice(item.mapped, 0, cut < 0 ? item.text.length : cut);
    const value = cut < 0 ? undefined : slice(item.mapped, cut + 1, item.text.length);
    return [{ name: name.text, nameSpan: name.span, ...optional('value', value) }];
  });
}

function readPorts(node: Node | undefined): readonly ServicePort[] {
  const entries = node?.kind === 'scalar' && !isNull(node) ? [node] : items(node);
  return entries.flatMap((item, index): ServicePort[] => {
    if (item.kind === 'scalar')
      return item.text === '' ? [] : [{ form: 'short', text: item.mapped, span: item.inner, index }];
    return item.kind === 'map' ? [readLongPort(item, index)] : [];
  });
}

/** An alias (`ports: *shared`) takes no tag and has no entries of its own to edit. */
function readPortsEntry(node: Node | undefined): ComposeService['portsEntry'] {
  const found = entry(node, 'ports');
  if (!found?.value || found.merged || found.value.span.start < found.key.span.end) return undefined;
  return { key: found.key.span, value: found.value.span };
}

function readLongPort(item: MapNode, index: number): ServicePort {
  return {
    form: 'long',
    ...optional('target', textOf(get(item, 'target'))),
    ...optional('published', textOf(get(item, 'published'))),
    ...optional('hostIp', textOf(get(item, 'host_ip'))),
    ...optional('protocol', textOf(get(item, 'protocol'))),
    ...optional('mode', textOf(get(item, 'mode'))),
    span: item.span,
    index,
  };
}

function readBuild(node: Node | undefined): ComposeBuild | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return { context: node.mapped, span: node.inner };
  return {
    ...optional('context', textOf(get(node, 'context'))),
    ...optional('dockerfile', textOf(get(node, 'dockerfile'))),
    ...optional('target', textOf(get(node, 'target'))),
    span: node.span,
  };
}

function readNetworks(node: Node | undefined): ComposeService['networks'] {
  if (node?.kind === 'map') {
    return node.entries.map(({ key, value }) => ({
      name: key.text,
      aliases: textsOf(get(value, 'aliases')).map(alias => alias.text),
    }));
  }
  return node?.kind === 'list' ? textsOf(node).map(({ text }) => ({ name: text, aliases: [] })) : undefined;
}

function readExtends(node: Node | undefined): ComposeService['extends'] {
  if (node === undefined) return undefined;
  const service = node.kind === 'scalar' ? node.text : scalar(get(node, 'service'))?.text;
  if (service === undefined || service === '') return undefined;
  return { service, ...optional('file', textOf(get(node, 'file'))), span: node.span };
}

function readEnvFiles(node: Node | undefined): ComposeService['envFiles'] {
  const all = node?.kind === 'scalar' ? [node] : items(node);
  return all.flatMap(item => {
    const path = item.kind === 'map' ? textOf(get(item, 'path')) : textOf(item);
    return path ? [{ path, required: scalar(get(item, 'required'))?.text !== 'false' }] : [];
  });
}

/** Short volumes are `source:target[:mode]`; a lone path is an anonymous volume. */
function readMounts(node: Node | undefined): readonly string[] {
  const volumes = items(get(node, 'volumes')).map(item => {
    if (item.kind === 'map') return scalar(get(item, 'target'))?.text ?? '';
    const text = scalar(item)?.text ?? '';
    const fields = text.replace(/^[A-Za-z]:(?=[\\/])/, '').split(/:(?![-?+])/);
    return fields[1] ?? fields[0] ?? '';
  });
  const files = [...items(get(node, 'configs')), ...items(get(node, 'secrets'))].map(
    item => scalar(get(item, 'target'))?.text ?? '',
  );
  return [...volumes, ...files].filter(target => target !== '');
}

/** `./nginx.conf:/etc/nginx/nginx.conf:ro`, the long form of it, and configs that are files. A name without a slash is a volume. */
function readBinds(node: Node | undefined, configs: ReadonlyMap<string, Mapped>): ComposeService['binds'] {
  const volumes = items(get(node, 'volumes')).flatMap(item => {
    const source = item.kind === 'map' ? textOf(get(item, 'source')) : sourceOf(textOf(item));
    const target = item.kind === 'map' ? scalar(get(item, 'target'))?.text : targetOf(scalar(item)?.text);
    return source && target !== undefined && /^[.~/$]|[\\/]/.test(source.text) ? [{ source, target }] : [];
  });
  const files = items(get(node, 'configs')).flatMap(item => {
    const name = (item.kind === 'map' ? scalar(get(item, 'source')) : scalar(item))?.text ?? '';
    const source = configs.get(name);
    return source ? [{ source, target: scalar(get(item, 'target'))?.text ?? `/${name}` }] : [];
  });
  return [...volumes, ...files];
}

function sourceOf(volume: Mapped | undefined): Mapped | undefined {
  const end = volume ? (SOURCE.exec(volume.text)?.[0].length ?? 0) : 0;
  return volume && end > 0 && volume.text[end] === ':' ? slice(volume, 0, end) : undefined;
}

/** To the first colon that belongs neither to a drive, as `C:\`, nor to a variable, as `${NAME:-default}`. */
const SOURCE = /^(?:[A-Za-z]:(?=[\\/]))?(?:\$\{[^}]{0,200}\}|[^:])*/;

function targetOf(volume = ''): string | undefined {
  return volume.slice(SOURCE.exec(volume)?.[0].length).split(':').at(1);
}

/** `- "name:address"`, `- name=address` or `name: address`. */
function readExtraHosts(node: Node | undefined): readonly string[] {
  if (node?.kind === 'map') return node.entries.map(({ key }) => key.text);
  return textsOf(node).map(({ text }) => text.split(/[:=]/)[0] ?? '');
}

/** The files behind `configs`. https://docs.docker.com/reference/compose-file/configs/ */
export function readConfigFiles(documents: readonly Node[]): ReadonlyMap<string, Mapped> {
  const found = new Map<string, Mapped>();
  for (const { key, value } of documents.flatMap(document => entries(get(document, 'configs')))) {
    const file = textOf(get(value, 'file'));
    if (file) found.set(key.text, file);
  }
  return found;
}

/** `KEY: ""` sets the empty text; `KEY:` passes on what the caller's environment has. */
function variableValue(node: Node | undefined): Mapped | undefined {
  return node?.kind === 'scalar' && !isNull(node) ? node.mapped : undefined;
}

/** A value that is reset is the empty text, which goes before what an earlier file says. */
function textOf(node: Node | undefined): Mapped | undefined {
  if (node?.kind === 'scalar' && node.tag === '!reset') return slice(node.mapped, 0, 0);
  return node?.kind === 'scalar' && node.text !== '' && !isNull(node) ? node.mapped : undefined;
}

function textsOf(node: Node | undefined): readonly Mapped[] {
  const all = node?.kind === 'scalar' ? [node] : items(node);
  return all.flatMap(item => textOf(item) ?? []);
}
