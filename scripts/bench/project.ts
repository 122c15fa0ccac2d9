import type { Random } from './random.ts';
import { ADJECTIVES, NOUNS } from './words.ts';

/** What the files of one invented repository agree on. */
export interface Project {
  readonly name: string;
  readonly apps: readonly [Service, ...Service[]];
  readonly backends: readonly Service[];
}

export interface Service {
  readonly name: string;
  readonly image: string;
  /** Where it listens in its container. */
  readonly port: number;
  /** Where the host publishes it. */
  readonly hostPort: number;
}

type Image = readonly [image: string, port: number];

const BACKENDS: readonly Image[] = [
  ['postgres:16-alpine', 5432],
  ['redis:7', 6379],
  ['mysql:8.4', 3306],
  ['mongo:7', 27017],
  ['rabbitmq:3.13-management', 5672],
  ['nginx:1.27', 80],
  ['elasticsearch:8.15.0', 9200],
  ['grafana/grafana:11.2.0', 3000],
  ['prom/prometheus:v2.54.1', 9090],
  ['minio/minio:latest', 9000],
  ['mailhog/mailhog', 1025],
  ['memcached:1.6', 11211],
  ['traefik:v3.1', 80],
  ['quay.io/keycloak/keycloak:25.0', 8080],
  ['nats:2.10', 4222],
  ['adminer', 8080],
];

const APP_PORTS = [3000, 8080, 8000, 5000, 4000, 8081, 3001, 9000, 5173, 8888, 1337, 7070] as const;

export function createProject(random: Random, index: number): Project {
  const name = `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}-${index}`;
  const published = new Set<number>();
  const publish = (port: number): number => {
    // Authors see to it that their services do not meet, though not always.
    if (published.has(port) && random.chance(0.95)) return publish(port + random.int(1, 99));
    published.add(port);
    return port;
  };
  const app = (kind: string): Service => {
    const port = random.pick(APP_PORTS);
    const image = `registry.example.com:5000/${name}/${kind}:${random.int(0, 4)}.${random.int(0, 30)}.${random.int(0, 9)}`;
    return { name: kind, image, port, hostPort: publish(random.chance(0.5) ? port : random.int(3000, 19999)) };
  };
  const kinds = random.some(['api', 'worker', 'admin', 'gateway', 'billing', 'search'], random.int(1, 4));
  const backends = random.some(BACKENDS, random.int(1, 5)).map(([image, port]): Service => {
    const short = image.replace(/^.*\//, '').replace(/:.*$/, '');
    return { name: short, image, port, hostPort: publish(random.chance(0.7) ? port : port + random.int(1, 999)) };
  });
  return { name, apps: [app('web'), ...kinds.map(app)], backends };
}
