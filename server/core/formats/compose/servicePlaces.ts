import { asProtocol, type Protocols } from '../../../../registry/port.ts';
import type { ComposeService } from '../../facts/compose.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import { readImage } from '../../ports/image.ts';
import { type Namespace, type Owner, occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { type CommandPort, readArguments, readCommandLine, readOptions } from '../../ports/read/commandLine.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { readPort } from '../../ports/read/port.ts';
import { readProxyLabel } from '../../ports/read/proxyLabel.ts';
import { readSetting } from '../../ports/read/setting.ts';
import { readUrls } from '../../ports/read/url.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import { faultOf } from '../../ports/value.ts';
import { get, items, type Node, scalar } from '../../syntax/tree.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import type { Collector } from '../collector.ts';
import type { Source } from '../format.ts';
import { readHereDocuments } from '../values/hereDocuments.ts';
import { readVariables } from './service.ts';
import { collectPorts } from './servicePorts.ts';
import { readSiblings } from './siblings.ts';

type Path = readonly (string | number)[];

/** Finds every port of one service. `names` are the services of the file: hosts that answer inside its network. */
export function collectService(
  found: Collector,
  service: ComposeService,
  node: Node | undefined,
  names: ReadonlySet<string>,
  source: Source,
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
  for (const [variables, path] of [
    [service.environment, [...base, 'environment']],
    [readVariables(get(get(node, 'build'), 'args')), [...base, 'build', 'args']],
  ] as const) {
    for (const { name, value } of variables) collectVariable(name, value, [...path, name]);
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
    collectLogTarget(option.name, option.value, [...base, 'logging', 'options', option.name]);
  }

  /** The daemon dials it, not the service. https://docs.docker.com/engine/logging/drivers/fluentd/ */
  function collectLogTarget(name: string, value: Mapped | undefined, path: Path): void {
    if (!value || !mayHoldPort(value)) return;
    for (const port of readSetting(name, interpolate(value, 'dollar'))) {
      const isOwn = port.host !== undefined && isLoopback(readAddress(port.host));
      found.port({
        ...settingOccurrence({ ...port, role: 'connect' }, { token: value.span, namespace: inside, owner, path }),
        ...(isOwn && { namespace: { kind: 'host' } }),
      });
    }
  }

  function collectVariable(name: string, value: Mapped | undefined, path: Path): void {
    if (!value || !mayHoldPort(value)) return;
    const text = interpolate(value, 'dollar');
    const place = { token: value.span, namespace: inside, owner, path };
    const options = readOptions(name, text);
    collectCommandPorts(options, path);
    if (options.length > 0) return;
    const settings = readSetting(name, text, source.words);
    for (const port of settings.length > 0 ? settings : readSiblings(name, text, names)) {
      add(settingOccurrence(port, place));
    }
  }

  function collectCommand(command: Node | undefined, path: Path): void {
    if (command?.kind === 'scalar' && mayHoldPort(command)) {
      collectScript(interpolate(command.mapped, 'dollar'), path);
    } else if (command?.kind === 'list' && command.items.some(item => item.kind === 'scalar' && mayHoldPort(item))) {
      const words = wordsOf(command);
      collectCommandPorts(readArguments(words), path);
      for (const word of words) collectDocuments(word, path);
    }
  }

  function collectScript(script: Mapped, path: Path): void {
    collectCommandPorts(readCommandLine(script), path);
    collectDocuments(script, path);
  }

  /** The files that a script writes. */
  function collectDocuments(script: Mapped, path: Path): void {
    readHereDocuments(script, {
      addCommand: port => collectCommandPorts([port], path),
      embed(file, text) {
        for (const port of source.embed(file, text).occurrences) found.port({ ...port, path: [...path, ...port.path] });
      },
    });
  }

  /** https://docs.docker.com/reference/compose-file/services/#healthcheck */
  function collectHealthCheck(test: Node | undefined, path: Path): void {
    if (test?.kind === 'scalar') {
      collectCommandPorts(readCommandLine(interpolate(test.mapped, 'dollar')), path, 'probe');
      return;
    }
    const [kind, ...rest] = wordsOf(test);
    const [line] = rest;
    if (kind?.text === 'CMD-SHELL' && line) collectCommandPorts(readCommandLine(line), path, 'probe');
    if (kind?.text === 'CMD') collectCommandPorts(readArguments(rest), path, 'probe');
  }

  function collectCommandPorts(ports: readonly CommandPort[], path: Path, role?: 'probe'): void {
    for (const port of ports) add(commandOccurrence(port, { namespace: inside, owner, path }, role));
  }

  /** Proxies that configure themselves from labels name the container's port there. */
  function collectLabel(name: string, value: Mapped | undefined, path: Path): void {
    if (!value || !mayHoldPort(value)) return;
    const text = interpolate(value, 'dollar');
    const own = readProxyLabel(name, text);
    const place = { token: value.span, namespace: inside, owner, path, confidence: 'certain', protocols: TCP } as const;
    for (const { port, role } of own) add(occurrenceOf(port, { ...place, role }));
    if (own.length === 0) collectLinks(value, path);
  }

  function collectLinks(value: Mapped | undefined, path: Path): void {
    if (!value || !mayHoldPort(value)) return;
    const place = { token: value.span, namespace: inside, owner, path };
    for (const port of readUrls(interpolate(value, 'dollar'))) {
      add(settingOccurrence({ ...port, role: 'connect', confidence: 'likely' }, place));
    }
  }

  /** What a service dials by the name of a sibling lies in the sibling's container, and `localhost` in its own. */
  function add(occurrence: PortOccurrence): void {
    const { namespace, host } = occurrence;
    if (namespace.kind === 'remote' && names.has(namespace.id)) {
      found.port({ ...occurrence, namespace: { kind: 'container', id: namespace.id } });
    } else if (namespace.kind === 'unknown' && host && isLoopback(readAddress(host))) {
      // What is told to clients as `localhost` is where the clients run.
      found.port({ ...occurrence, namespace: occurrence.role === 'advertise' ? { kind: 'host' } : inside });
    } else found.port(occurrence);
  }
}

const TCP: Protocols = ['tcp'];

/** Most values hold neither a digit nor a variable, and need no reader. */
function mayHoldPort({ text }: { readonly text: string }): boolean {
  return /[0-9$]/.test(text);
}

function wordsOf(node: Node | undefined): readonly Mapped[] {
  return items(node)
    .flatMap(item => scalar(item)?.mapped ?? [])
    .map(word => interpolate(word, 'dollar'));
}

/** Where the process of a service has its sockets: with `host` in the host's own space, else in its container's. */
function namespaceOf(service: ComposeService): Namespace {
  const mode = service.networkMode && interpolate(service.networkMode, 'dollar').text;
  if (mode === 'host') return { kind: 'host' };
  const shared = mode?.startsWith('service:') ? mode.slice('service:'.length) : undefined;
  return { kind: 'container', id: shared ?? service.name };
}

/** https://docs.docker.com/reference/compose-file/services/#expose */
function collectExpose(found: Collector, service: ComposeService, owner: Owner, namespace: Namespace): void {
  for (const [index, written] of service.expose.entries()) {
    const text = interpolate(written, 'dollar');
    const path = ['services', service.name, 'expose', index];
    const slash = text.text.lastIndexOf('/');
    const end = slash < 0 ? text.text.length : slash;
    const port = readPort(text, 0, end, '-');
    if (faultOf(port.value)?.reason === 'malformed') {
      const data = { text: text.text.slice(0, end) };
      found.fault({ rule: 'malformed-port', message: 'container', span: port.span, data, path });
      continue;
    }
    const protocol = slash < 0 ? 'tcp' : asProtocol(text.text.slice(slash + 1));
    const place = { token: written.span, role: 'expose', namespace, owner, path, confidence: 'certain' } as const;
    found.port(occurrenceOf(port, { ...place, protocols: protocol && [protocol] }));
  }
}

/** `localhost:5000/app:1`: the registry's port, not the tag. */
function collectRegistry(found: Collector, written: Mapped, owner: Owner, path: Path): void {
  const text = interpolate(written, 'dollar');
  const { registryPort } = readImage(text.text);
  if (!registryPort) return;
  const { at, length } = registryPort;
  const host = text.text.slice(0, at - 1);
  const place = { token: written.span, role: 'registry', owner, path, confidence: 'certain' } as const;
  found.port(
    occurrenceOf(readPort(text, at, at + length), {
      ...place,
      namespace: { kind: 'remote', id: host },
      protocols: ['tcp'],
      host,
    }),
  );
}
