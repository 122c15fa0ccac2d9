import type { Project } from '../project.ts';
import type { Random } from '../random.ts';
import { ADJECTIVES, capital, FIELDS, NOUNS, THINGS, VERBS } from '../words.ts';

/** A page of documentation. `size` in sections. */
export function markdownText(random: Random, { name, apps: [app], backends }: Project, size: number): string {
  const parts = [`# ${capital(name)}`, paragraph(random)];
  for (let count = 0; count < size; count++) {
    parts.push(`## ${capital(random.pick(VERBS))} the ${random.pick(THINGS)}`, paragraph(random));
    if (random.chance(0.4))
      parts.push(
        fence(
          `docker run --rm -p ${app.hostPort}:${app.port} ${app.image}`,
          `curl -s http://localhost:${app.hostPort}/health`,
        ),
      );
    if (random.chance(0.3)) {
      parts.push(
        [
          '| Service | Port |',
          '|---|---|',
          ...backends.map(({ name: service, port }) => `| ${service} | ${port} |`),
        ].join('\n'),
      );
    }
    if (random.chance(0.5))
      parts.push(Array.from({ length: random.int(2, 7) }, () => `- ${sentence(random)}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function fence(...lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

function paragraph(random: Random): string {
  return Array.from({ length: random.int(2, 6) }, () => sentence(random)).join(' ');
}

function sentence(random: Random): string {
  const [adjective, noun, verb, thing, field] = [ADJECTIVES, NOUNS, VERBS, THINGS, FIELDS].map(list =>
    random.pick(list),
  );
  return random.pick([
    `The ${adjective} ${noun} will ${verb} each ${thing} that has no ${field}.`,
    `Set the ${field} of the ${thing} before you ${verb} it, or the ${noun} waits for ${random.int(10, 900)} seconds.`,
    `Since version ${random.int(1, 9)}.${random.int(0, 20)} every ${thing} can ${verb} its own ${noun}.`,
    `On a ${adjective} machine this takes about ${random.int(2, 800)} ms for ${random.int(100, 90000)} ${thing}s.`,
    `See issue #${random.int(10, 9999)} for why the ${noun} does not ${verb} the ${field}.`,
  ]);
}

/** A workflow of GitHub Actions. */
export function workflowText(random: Random, { backends }: Project): string {
  const services = backends.map(
    ({ name, image, port }) => `      ${name}:
        image: ${image}
        ports:
          - ${port}:${port}
        options: --health-interval 10s --health-retries ${random.int(3, 9)}`,
  );
  const steps = Array.from(
    { length: random.int(2, 8) },
    () => `      - name: ${capital(random.pick(VERBS))} the ${random.pick(THINGS)}
        run: |
          make ${random.pick(VERBS)} ${random.pick(FIELDS).toUpperCase()}=${random.int(1, 99)}
          ./scripts/${random.pick(NOUNS)}.sh --retries ${random.int(1, 9)}`,
  );
  return `name: ${random.pick(VERBS)}
on:
  push:
    branches: [main]
  pull_request:
jobs:
  ${random.pick(VERBS)}:
    runs-on: ubuntu-24.04
    timeout-minutes: ${random.int(5, 60)}
    services:
${services.join('\n')}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${steps.join('\n')}
`;
}
