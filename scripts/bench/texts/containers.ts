import type { Project, Service } from '../project.ts';
import type { Random } from '../random.ts';
import { KEYS, THINGS, upper } from '../words.ts';

/** A Dockerfile of two stages. */
export function dockerfileText(random: Random, { name, port }: Service): string {
  const base = random.pick(['node:22-slim', 'python:3.12-slim', 'golang:1.23', 'eclipse-temurin:21-jre', 'ruby:3.3']);
  const lines = [
    ...(random.chance(0.4) ? ['# syntax=docker/dockerfile:1', ''] : []),
    `FROM ${base} AS build`,
    'WORKDIR /src',
    'COPY . .',
    'RUN --mount=type=cache,target=/root/.cache \\',
    `    make ${name} VERSION=${random.int(1, 9)}.${random.int(0, 20)}.0 && \\`,
    '    make test',
    '',
    `FROM ${base}`,
    `ARG APP_PORT=${port}`,
    ...random.some(KEYS, random.int(1, 4)).map(key => `ENV ${key}=${random.int(1, 500)}`),
    random.chance(0.5) ? `ENV PORT=${port}` : 'ENV PORT=$APP_PORT',
    'RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates \\',
    '    && rm -rf /var/lib/apt/lists/* && useradd --uid 1000 app',
    'COPY --from=build --chown=1000:1000 /src/dist /app',
    'USER app',
    `EXPOSE ${random.pick([`${port}`, `${port}/tcp`, `${port} ${port + 1}`, '$APP_PORT'])}`,
  ];
  if (random.chance(0.5))
    lines.push(`HEALTHCHECK --interval=30s CMD curl -f http://localhost:${port}/health || exit 1`);
  lines.push(
    random.chance(0.5)
      ? `CMD ["/app/${name}", "--port", "${port}"]`
      : `ENTRYPOINT exec /app/${name} --listen 0.0.0.0:${port}`,
  );
  return `${lines.join('\n')}\n`;
}

export function dotenvText(random: Random, { apps, backends, name }: Project): string {
  const lines = [
    `# ${name}`,
    ...apps.map(app => `${upper(app.name)}_PORT=${app.hostPort}`),
    '',
    ...backends.flatMap(backend => [
      `${upper(backend.name)}_HOST=${backend.name}`,
      `${upper(backend.name)}_PORT=${backend.port}`,
      `${upper(backend.name)}_URL="tcp://app:\${${upper(backend.name)}_PASSWORD}@${backend.name}:${backend.port}/app?timeout=5000"`,
      `${upper(backend.name)}_PASSWORD=change-me-${random.int(1000, 9999)}`,
    ]),
    '',
    ...random
      .some(KEYS, random.int(3, 9))
      .map(key => `${key}=${random.pick(['debug', 'true', '3600', '250', '"a b c"'])}`),
    ...random
      .some(THINGS, random.int(0, 8))
      .map(thing => `${upper(thing)}_SERVICE_URL=http://${thing}.internal:${random.int(8000, 8999)}`),
  ];
  return `${lines.join('\n')}\n`;
}

export function nginxText(random: Random, { apps, name }: Project): string {
  const servers = apps.map(
    app => `  upstream ${app.name} {
    server ${app.name}:${app.port} max_fails=${random.int(1, 5)} fail_timeout=30s;
    keepalive ${random.int(8, 64)};
  }

  server {
    listen ${random.pick(['80', '8080', '[::]:80', '443 ssl', '127.0.0.1:8081'])};
    server_name ${app.name}.${name}.example.com;
    client_max_body_size ${random.int(1, 200)}m;

    location / {
      proxy_pass http://${app.name};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_read_timeout ${random.int(30, 600)}s;
    }

    location = /health {
      access_log off;
      return 200;
    }
  }`,
  );
  return `worker_processes auto;
events {
  worker_connections ${random.pick([512, 1024, 4096])};
}

http {
  include mime.types;
  sendfile on;
  gzip on;
  log_format main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent';

${servers.join('\n\n')}
}
`;
}
