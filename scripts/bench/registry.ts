import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPort, type Port } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { ROOT } from '../root.ts';
import { inside } from './inside.ts';
import { type Latency, latencyOf, latencyText, timed } from './latency.ts';
import { quantile, ratio, type Times, timesOf } from './measure.ts';
import { BARE_NODE, NODE } from './programs.ts';
import { FIRSTS, type First } from './registryFirsts.ts';
import { atMost, milliseconds, type Row, round, type Section, times } from './section.ts';

const COMMAND = 'npm run bench -- registry';

/** What the registry costs: the first question, every further one, and searches as somebody types. */
export function benchRegistry(rounds: number): Section {
  const first = firsts(rounds);
  const { registry } = inside(undefined);
  const searched = searches(registry);
  return {
    title: 'registry',
    rows: [
      firstRow('The first `assigned`: who a number is registered to', first.assigned, first.node),
      firstRow('The first `used`: who uses it', first.used, first.node),
      firstRow(
        'The first `likely`: who it is at a place with an image, a name and a variable',
        first.likely,
        first.node,
      ),
      firstRow('The first search, for `postg`', first.search, first.node),
      firstRow('The first search for a misspelt word, `postgers`', first.misspelt, first.node),
      ...lookups(registry),
      {
        what: `Each of ${searched.count} searches: what is on the screen while somebody types one of ${QUERIES.length} queries, after a first pass`,
        figure: latencyText(searched),
        target: atMost(searched.p99, 3, 'p99 under 3 ms'),
        command: COMMAND,
      },
    ],
    notes: [
      'Run from source. The first question is asked in a process of its own, and its time does not hold the start of that process; bare Node runs in turn with them.',
      'A lookup is compared with one native search through the text of the registry for a word that is not in it.',
    ],
  };
}

function firstRow(what: string, taken: Times, node: Times): Row {
  return { what, figure: `${milliseconds(taken)}; ${times(ratio(taken, node), 'bare Node')}`, command: COMMAND };
}

/** In turn, so that whatever else the machine does hits all of them alike. */
function firsts(rounds: number): Readonly<Record<First | 'node', Times>> {
  const names = Object.keys(FIRSTS) as First[];
  const taken = new Map<First | 'node', number[]>([...names, 'node' as const].map(name => [name, []]));
  for (let turn = 0; turn < rounds; turn++) {
    taken.get('node')?.push(timed(() => execFileSync(BARE_NODE.program, BARE_NODE.args)));
    for (const name of names) {
      const printed = execFileSync(NODE, [join(import.meta.dirname, 'registryCold.ts'), name], { encoding: 'utf8' });
      taken.get(name)?.push(Number(printed));
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, timesOf(all)])) as Record<First | 'node', Times>;
}

/** Each lookup for every number, or every image; the first pass does not count. */
function lookups(registry: Registry): readonly Row[] {
  const ports = Array.from({ length: 65536 }, (_, number) => asPort(number) as Port);
  const images = imageNames();
  const place = { names: ['web'], variables: ['APP_PORT'], keys: ['services', 'ports'], protocol: 'tcp' } as const;
  const text = readFileSync(join(ROOT, 'registry/table.generated.txt'), 'utf8');
  const native = perCall([...Array(50).keys()], () => text.indexOf('a word that is not there'));
  const row = (what: string, micros: number): Row => ({
    what,
    figure: `${round(micros)} µs; ${round(micros / native)} × a native search`,
    command: COMMAND,
  });
  return [
    row(
      '`assigned`, the mean of all 65,536 numbers',
      perCall(ports, port => registry.assigned(port)),
    ),
    row(
      '`used`',
      perCall(ports, port => registry.used(port)),
    ),
    row(
      '`cautions`',
      perCall(ports, port => registry.cautions(port)),
    ),
    row(
      '`likely` at a place with words',
      perCall(ports, port => registry.likely(port, place)),
    ),
    row(
      '`likely` on 8080, the most crowded',
      perCall(Array(200).fill(asPort(8080) as Port), port => registry.likely(port, place)),
    ),
    row(
      `\`image\`, the mean of ${images.length} images, each asked for the first time`,
      firstCalls(images, name => registry.image(name)),
    ),
    row('A native search through the whole text', native),
  ];
}

/** In microseconds. */
function perCall<T>(items: readonly T[], ask: (item: T) => unknown): number {
  for (const item of items) ask(item);
  return firstCalls(items, ask);
}

function firstCalls<T>(items: readonly T[], ask: (item: T) => unknown): number {
  const each = 5;
  const size = Math.ceil(items.length / each);
  const means = Array.from({ length: each }, (_, part) => {
    const some = items.slice(part * size, (part + 1) * size);
    const taken = timed(() => {
      for (const item of some) ask(item);
    });
    return (1000 * taken) / Math.max(1, some.length);
  });
  return quantile(means, 0.5);
}

function imageNames(): readonly string[] {
  const lines = readFileSync(join(ROOT, 'registry/images.jsonl'), 'utf8').trim().split('\n');
  return lines.map(line => (JSON.parse(line) as { readonly image: string }).image);
}

/** Every beginning of every query, in the order of typing. */
function searches(registry: Registry): Latency {
  const taken: number[] = [];
  for (let pass = 0; pass < 2; pass++) {
    taken.length = 0;
    for (const query of QUERIES) {
      for (let end = 1; end <= query.length; end++) {
        taken.push(timed(() => registry.search(query.slice(0, end), 50)));
      }
    }
  }
  return latencyOf(taken);
}

const QUERIES: readonly string[] = [
  ...['5432', '53/udp', '6000-6063', 'redis 6379', 'postgresql', 'postgers', 'kafak', 'rabitmq', 'elasticserach'],
  ...['grafana', 'nginx proxy manager', 'node exporter', 'minecraft server', 'mail tls', 'ldap ssl', 'home assistant'],
  ...['remote desktop', 'docker swarm', 'k8s api', 'prometheous', 'wireguard', 'web ui', 'mssql', 'http-alt', 'vpn'],
  ...['ghcr.io/home-assistant/home-assistant:stable', 'cert-responder', 'metrics', 'message queue', 'zzzzzz'],
];
