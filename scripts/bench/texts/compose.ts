import type { Project, Service } from '../project.ts';
import type { Random } from '../random.ts';
import { KEYS, upper } from '../words.ts';

/** A compose file with all of a project's services, in the many ways in which people write them. */
export function composeText(random: Random, project: Project): string {
  const lines = ['services:'];
  if (random.chance(0.2)) lines.unshift("version: '3.8'", '');
  if (random.chance(0.3)) lines.unshift(`name: ${project.name}`, '');
  if (random.chance(0.3)) lines.unshift(`# Local environment of ${project.name}. Start it with: docker compose up -d`);
  for (const service of project.backends)
    lines.push(...serviceLines(random, service, backendLines(random, service)), '');
  for (const service of project.apps)
    lines.push(...serviceLines(random, service, appLines(random, service, project)), '');
  lines.push('volumes:', ...project.backends.map(({ name }) => `  ${name}-data:`));
  lines.push('', 'networks:', '  default:', `    name: ${project.name}`, '  internal:', '    driver: bridge');
  return `${lines.join('\n')}\n`;
}

function serviceLines(random: Random, service: Service, more: readonly string[]): readonly string[] {
  const lines = [`  ${service.name}:`, `    image: ${service.image}`, ...more];
  if (random.chance(0.7)) lines.push(`    restart: ${random.pick(['unless-stopped', 'always', 'on-failure'])}`);
  if (random.chance(0.8)) lines.push('    ports:', ...portLines(random, service));
  if (random.chance(0.3)) lines.push('    networks:', '      - default', '      - internal');
  if (random.chance(0.3))
    lines.push('    logging:', '      driver: json-file', '      options:', '        max-size: "10m"');
  return lines;
}

function portLines(random: Random, { name, port, hostPort }: Service): readonly string[] {
  const variable = `${upper(name)}_PORT`;
  const lines = [
    ...random.pick([
      [`      - "${hostPort}:${port}"`],
      [`      - "${hostPort}:${port}"`],
      [`      - ${hostPort}:${port}`],
      [`      - '${hostPort}:${port}/tcp'`],
      [`      - "127.0.0.1:${hostPort}:${port}"`],
      [`      - "\${${variable}:-${hostPort}}:${port}"`],
      [`      - target: ${port}`, `        published: "${hostPort}"`, '        protocol: tcp'],
    ]),
  ];
  if (random.chance(0.2))
    lines.push(`      - "${hostPort + 1000}-${hostPort + 1003}:${port + 10}-${port + 13}"  # cluster`);
  if (random.chance(0.1)) lines.push(`      - "${hostPort}:${port}/udp"`);
  return lines;
}

function backendLines(random: Random, { name, port }: Service): readonly string[] {
  const lines = [
    '    environment:',
    `      ${upper(name)}_USER: app`,
    `      ${upper(name)}_PASSWORD: \${${upper(name)}_PASSWORD:?}`,
  ];
  if (random.chance(0.5)) lines.push('    volumes:', `      - ${name}-data:/var/lib/${name}`);
  if (random.chance(0.5)) {
    lines.push('    healthcheck:', `      test: ["CMD-SHELL", "nc -z localhost ${port} || exit 1"]`);
    lines.push(`      interval: ${random.int(5, 30)}s`, '      timeout: 5s', `      retries: ${random.int(3, 10)}`);
  }
  return lines;
}

function appLines(random: Random, { name, port }: Service, { backends }: Project): readonly string[] {
  const lines = ['    build:', `      context: ./${name}`, '      args:', `        APP_PORT: ${port}`];
  const settings = [
    `PORT=${port}`,
    ...backends.map(backend => `${upper(backend.name)}_URL=tcp://${backend.name}:${backend.port}/app`),
    ...random.some(KEYS, random.int(2, 6)).map(key => `${key}=${random.int(1, 900)}`),
  ];
  lines.push('    environment:', ...(random.chance(0.5) ? settings.map(asList) : settings.map(asMap)));
  if (backends.length > 0) lines.push('    depends_on:', ...backends.map(backend => `      - ${backend.name}`));
  if (random.chance(0.3)) lines.push(`    command: node server.js --port ${port} --workers ${random.int(1, 8)}`);
  if (random.chance(0.3)) lines.push('    user: "1000:1000"', '    expose:', `      - "${port}"`);
  if (random.chance(0.4)) {
    lines.push('    labels:', '      - "traefik.enable=true"');
    lines.push(`      - "traefik.http.services.${name}.loadbalancer.server.port=${port}"`);
  }
  return lines;
}

const asList = (setting: string): string => `      - ${setting}`;
const asMap = (setting: string): string => `      ${setting.replace('=', ': "')}"`;
