import { asProtocol } from '../../../../registry/port.ts';
import type { ComposeService } from '../../facts/compose.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import { readImage } from '../../ports/image.ts';
import type { Namespace, Owner, PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { type CommandPort, readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { readPort } from '../../ports/read/port.ts';
import { readSetting, type SettingPort } from '../../ports/read/setting.ts';
import { readUrls } from '../../ports/read/url.ts';
import { get, items, type Node, scalar } from '../../syntax/tree.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import type { Collector } from './collector.ts';
import { readVariables } from './service.ts';
import { collectPorts } from './servicePorts.ts';

type Path = readonly (string | number)[];

/** Finds every port of one service. `names` are the services of the file: hosts that answer inside its network. */
export function collectService(
  found: Collector,
  service: ComposeService,
  node: Node | undefined,
  names: ReadonlySet<string>,
): void {
  const image = service.image && interpolate(service.image, 'dollar').text;
  const owner: Owner = {
    kind: 'service',
    name: service.name,
    ...optional('image', image === undefined || image.includes(UNKNOWN) ? undefined : readImage(image).name),
  };
  const inside: Namespace = namespaceOf(service);
  const base: Path = ['services', service.name];

  collectPorts(found, service, owner, inside);
  collectExpose(found, service, owner, inside);
  if (service.image) collectRegistry(found, service.image, owner, [...base, 'image']);

  const add = (port: SettingPort | CommandPort, token: Mapped, path: Path, role: PortRole = port.role): void => {
    found.port(occurrenceOf(port, token, path, role, owner, placeOf(port, role, inside, names)));
  };
  for (const variable of service.environment)
    collectVariable(variable.name, variable.value, [...base, 'environment', variable.name]);
  for (const variable of readVariables(get(get(node, 'build'), 'args'))) {
    collectVariable(variable.name, variable.value, [...base, 'build', 'args', variable.name]);
  }
  for (const key of ['command', 'entrypoint'] as const) collectCommand(get(node, key), [...base, key]);
  collectHealthCheck(get(get(node, 'healthcheck'), 'test'), [...base, 'healthcheck', 'test']);
  for (const [labels, path] of [
    [get(node, 'labels'), [...base, 'labels']],
    [get(get(node, 'deploy'), 'labels'), [...base, 'deploy', 'labels']],
  ] as const) {
    for (const label of readVariables(labels)) collectLabel(label.name, label.value, [...path, label.name]);
  }
  for (const option of readVariables(get(get(node, 'logging'), 'options'))) {
    collectLinks(option.value, [...base, 'logging', 'options', option.name]);
  }

  function collectVariable(name: string, value: Mapped | undefined, path: Path): void {
    if (!value) return;
    for (const port of readSetting(name, interpolate(value, 'dollar'))) add(port, value, path);
  }

  function collectCommand(command: Node | undefined, path: Path): void {
    if (command?.kind === 'scalar') {
      for (const port of readCommandLine(interpolate(command.mapped, 'dollar'))) add(port, command.mapped, path);
      return;
    }
    const words = items(command).map(item => interpolate(scalar(item)?.mapped ?? EMPTY, 'dollar'));
    for (const port of readArguments(words)) add(port, containing(words, port), path);
  }

  function collectHealthCheck(test: Node | undefined, path: Path): void {
    if (test?.kind === 'scalar') {
      for (const port of readCommandLine(interpolate(test.mapped, 'dollar'))) add(port, test.mapped, path, 'probe');
      return;
    }
    const [kind, ...rest] = items(test).map(item => interpolate(scalar(item)?.mapped ?? EMPTY, 'dollar'));
    const [line] = rest;
    const ports =
      kind?.text === 'CMD-SHELL'
        ? line
          ? readCommandLine(line)
          : []
        : kind?.text === 'CMD'
          ? readArguments(rest)
          : [];
    for (const port of ports) add(port, containing(rest, port), path, 'probe');
  }

  /** Proxies that configure themselves from labels name the container's port there. https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/docker/ */
  function collectLabel(name: string, value: Mapped | undefined, path: Path): void {
    if (!value) return;
    const text = interpolate(value, 'dollar');
    const upstream = /\{\{\s*upstreams(?:\s+\w+)?\s+(\d+)\s*\}\}/.exec(text.text);
    if (/^traefik\.(?:.*\.)?(?:loadbalancer\.server\.)?port$/i.test(name)) {
      addInside(readPort(text), text, path);
    } else if (upstream?.[1]) {
      const at = upstream.index + upstream[0].lastIndexOf(upstream[1]);
      addInside(readPort(text, at, at + upstream[1].length), text, path);
    } else collectLinks(value, path);
  }

  function addInside(port: ReturnType<typeof readPort>, token: Mapped, path: Path): void {
    if (port.value.kind === 'invalid' && port.value.reason === 'malformed') return;
    found.port(
      occurrenceOf({ ...port, role: 'connect', confidence: 'certain' }, token, path, 'connect', owner, inside),
    );
  }

  function collectLinks(value: Mapped | undefined, path: Path): void {
    if (!value) return;
    for (const port of readUrls(interpolate(value, 'dollar')))
      add({ ...port, role: 'connect', confidence: 'likely' }, value, path);
  }
}

/** Where the process of a service has its sockets: with `host` in the host's own space, else in its container's. */
function namespaceOf(service: ComposeService): Namespace {
  const mode = service.networkMode && interpolate(service.networkMode, 'dollar').text;
  if (mode === 'host') return { kind: 'host' };
  const shared = mode?.startsWith('service:') ? mode.slice('service:'.length) : undefined;
  return { kind: 'container', id: shared ?? service.name };
}

/** What the service dials lies elsewhere: in a sibling's container, or at a remote host. */
function placeOf(
  port: SettingPort | CommandPort,
  role: PortRole,
  inside: Namespace,
  names: ReadonlySet<string>,
): Namespace {
  const { host } = port;
  if (role === 'listen' || role === 'target' || role === 'expose') return inside;
  if (host === undefined || host === '') return role === 'probe' ? inside : { kind: 'unknown' };
  if (isLoopback(readAddress(host))) return inside;
  if (names.has(host)) return { kind: 'container', id: host };
  return host.includes(UNKNOWN) ? { kind: 'unknown' } : { kind: 'remote', id: host };
}

function collectExpose(found: Collector, service: ComposeService, owner: Owner, namespace: Namespace): void {
  for (const [index, written] of service.expose.entries()) {
    const text = interpolate(written, 'dollar');
    const slash = text.text.lastIndexOf('/');
    const protocol = slash < 0 ? 'tcp' : asProtocol(text.text.slice(slash + 1));
    found.port({
      ...readPort(text, 0, slash < 0 ? text.text.length : slash, '-'),
      token: written.span,
      role: 'expose',
      namespace,
      protocols: protocol && [protocol],
      owner,
      path: ['services', service.name, 'expose', index],
      confidence: 'certain',
    });
  }
}

/** `localhost:5000/app:1`: the registry's port, not the tag. */
function collectRegistry(found: Collector, written: Mapped, owner: Owner, path: Path): void {
  const text = interpolate(written, 'dollar');
  const { registryPort } = readImage(text.text);
  if (!registryPort) return;
  const { at, length } = registryPort;
  found.port({
    ...readPort(text, at, at + length),
    token: written.span,
    role: 'registry',
    namespace: { kind: 'remote', id: text.text.slice(0, at - 1) },
    protocols: ['tcp'],
    host: text.text.slice(0, at - 1),
    owner,
    path,
    confidence: 'certain',
  });
}

function occurrenceOf(
  port: (SettingPort | CommandPort) & { readonly confidence?: PortOccurrence['confidence'] },
  token: Mapped,
  path: Path,
  role: PortRole,
  owner: Owner,
  namespace: Namespace,
): PortOccurrence {
  return {
    span: port.span,
    token: token.span,
    editable: port.editable,
    value: port.value,
    ...optional('expression', port.expression),
    role,
    namespace,
    protocols: port.protocols ?? (role === 'listen' || role === 'connect' || role === 'probe' ? ['tcp'] : undefined),
    ...optional('host', port.host),
    ...optional('scheme', port.scheme),
    owner,
    path,
    confidence: port.confidence ?? 'likely',
  };
}

const EMPTY: Mapped = { text: '', segments: [], span: { start: 0, end: 0 } };

/** The word that a port was found in. */
function containing(
  words: readonly Mapped[],
  port: { readonly span: { readonly start: number; readonly end: number } },
): Mapped {
  return words.find(word => word.span.start <= port.span.start && port.span.end <= word.span.end) ?? EMPTY;
}
