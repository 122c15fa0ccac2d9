import type { StartedContainer } from '../../facts/startedContainer.ts';
import { readImage } from '../../ports/image.ts';
import { mountedAt, plainWords, targetOf, variablesOf } from '../../ports/read/containerOptions.ts';
import type { Span } from '../../text/span.ts';

/**
 * Finds the `docker run` around an offset that starts an image, in whatever file the command line stands.
 * https://docs.docker.com/reference/cli/docker/container/run/
 */
export function createContainerCommands(text: string): (offset: number, image: string) => StartedContainer | undefined {
  // One command may publish many ports.
  let span: Span | undefined;
  let read: Read | undefined;
  return (offset, image) => {
    if (!span || offset < span.start || offset >= span.end) {
      span = commandAround(text, offset);
      read = readRun(text.slice(span.start, span.end));
    }
    return read?.image === image ? { ...read.container, span } : undefined;
  };
}

interface Read {
  readonly image: string;
  readonly container: Omit<StartedContainer, 'span'>;
}

/** The longest command line that is looked through, in UTF-16 units to each side. */
const LONGEST = 4000;

/** Up to the ends of its line, the lines that a backslash joins to it, and the operators between commands. */
function commandAround(text: string, offset: number): Span {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  const after = text.slice(offset, offset + LONGEST);
  const left = [...before.matchAll(/(?:^|[^\\\r\n])\r?\n|[;&|]+/g)].at(-1);
  const right = /(?<!\\)\r?\n|[;&|]|(?<=\s)#/.exec(after);
  return {
    start: offset - before.length + (left ? left.index + left[0].length : 0),
    end: offset + (right ? right.index : after.length),
  };
}

function readRun(command: string): Read | undefined {
  const run = [...command.matchAll(/\b(?:docker|podman|nerdctl)\s+(?:container\s+)?(?:run|create)\s/g)].at(-1);
  if (!run) return undefined;
  const words = plainWords(command.slice(run.index + run[0].length));
  const given = new Map<string, string[]>();
  let at = 0;
  for (let word = words[at]; word?.startsWith('-'); word = words[at]) {
    const equals = word.startsWith('--') ? word.indexOf('=') : -1;
    const attached = /^-[evpw].+/.test(word);
    const flag = equals > 0 ? word.slice(0, equals) : attached ? word.slice(0, 2) : word;
    const isAlone = equals > 0 || attached || SWITCHES.has(word) || /^-[ditPq]+$/.test(word);
    const value = equals > 0 ? word.slice(equals + 1) : attached ? word.slice(2) : isAlone ? '' : (words[at + 1] ?? '');
    const values = given.get(flag) ?? [];
    values.push(value);
    given.set(flag, values);
    at += isAlone ? 1 : 2;
  }
  const image = words[at];
  if (image === undefined) return undefined;
  const isLast = /[)`]$/.test(image);
  const values = (...flags: readonly string[]): readonly string[] => flags.flatMap(flag => given.get(flag) ?? []);
  const next = words[at + 1];
  return {
    image: readImage(image.replace(/[)`]+$/, '')).name,
    container: {
      isBuilt: false,
      replacesCommand:
        (!isLast && next !== undefined && !/^(?:\d?[<>]|[)`}\],])/.test(next)) ||
        values('--entrypoint', '--net', '--network').some(isTelling),
      openEnvironment: values('--env-file', '--volumes-from').length > 0,
      variables: variablesOf(values('-e', '--env')),
      mounts: [...values('-v', '--volume').map(mountedAt), ...values('--mount').map(targetOf)],
    },
  };
}

/** `--network host` discards all mappings; of a network with a name nothing follows. */
function isTelling(value: string): boolean {
  return !/^[a-z][\w-]*$/.test(value) || value === 'host' || value === 'none';
}

const SWITCHES: ReadonlySet<string> = new Set(
  `-d --detach -i --interactive -t --tty --rm --init --privileged -P --publish-all --read-only --no-healthcheck
  --oom-kill-disable --sig-proxy --disable-content-trust -q --quiet --replace --tls-verify`.split(/\s+/),
);
