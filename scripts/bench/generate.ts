import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createProject, type Project, type Service } from './project.ts';
import { createRandom, type Random } from './random.ts';
import { composeText } from './texts/compose.ts';
import { dockerfileText, dotenvText, nginxText } from './texts/containers.ts';
import { manifestText, valuesText } from './texts/kubernetes.ts';
import { markdownText, workflowText } from './texts/prose.ts';
import { jsonText, manifestJson, sourceText } from './texts/sources.ts';

/** Path from the root of the tree, and text. */
export type GeneratedFile = readonly [path: string, text: string];

/** Many small repositories beside each other, about 18 MB in 7,000 files: mostly sources, as in the world. */
export function* mixedTree(seed: number): Generator<GeneratedFile> {
  const random = createRandom(seed);
  let count = 0;
  for (let index = 0; count < MIXED_FILES; index++) {
    const project = createProject(random, index);
    for (const [path, text] of [...configuration(random, project), ...sources(random, project)]) {
      yield [`${project.name}/${path}`, text];
      count++;
    }
  }
}

/** Nothing but configuration, four times as dense: the hardest tree per byte. */
export function* configurationTree(seed: number): Generator<GeneratedFile> {
  const random = createRandom(seed);
  let count = 0;
  for (let index = 0; count < CONFIGURATION_FILES; index++) {
    const project = createProject(random, index);
    for (const [path, text] of configuration(random, project)) {
      yield [`${project.name}/${path}`, text];
      count++;
    }
  }
}

/** One compose file for each of so many projects. */
export function* composeTree(seed: number, count: number): Generator<GeneratedFile> {
  const random = createRandom(seed);
  for (let index = 0; index < count; index++) {
    const project = createProject(random, index);
    yield [`${project.name}/docker-compose.yml`, composeText(random, project)];
  }
}

/** One compose file of at least so many lines, whose services publish ports that nobody else here does. */
export function longCompose(seed: number, lines: number): string {
  const random = createRandom(seed);
  let project = createProject(random, 0);
  for (let index = 1; ; index++) {
    const text = composeText(createRandom(seed), project);
    if (text.split('\n').length > lines) return text;
    const { apps, backends } = createProject(random, index);
    const elsewhere = (service: Service, place: number): Service => ({
      ...service,
      name: `${service.name}-${index}`,
      hostPort: 10000 + index * 100 + place * 5,
    });
    const more = [...apps, ...backends].map(elsewhere);
    project = { ...project, apps: [...project.apps, ...more] };
  }
}

function* configuration(random: Random, project: Project): Generator<GeneratedFile> {
  yield [random.pick(['compose.yaml', 'docker-compose.yml']), composeText(random, project)];
  yield ['.env', dotenvText(random, project)];
  if (random.chance(0.5)) yield ['.env.example', dotenvText(random, project)];
  for (const app of project.apps) yield [`${app.name}/Dockerfile`, dockerfileText(random, app)];
  for (const service of [...project.apps, ...project.backends])
    yield [`deploy/${service.name}.yaml`, manifestText(random, service, project)];
  yield [`charts/${project.name}/values.yaml`, valuesText(random, project)];
  yield ['nginx/nginx.conf', nginxText(random, project)];
  yield ['package.json', manifestJson(random, project)];
  for (const name of ['ci', 'release']) yield [`.github/workflows/${name}.yml`, workflowText(random, project)];
}

function* sources(random: Random, project: Project): Generator<GeneratedFile> {
  yield ['README.md', markdownText(random, project, random.size(6))];
  for (let count = random.int(1, 5); count > 0; count--)
    yield [`docs/page-${count}.md`, markdownText(random, project, random.size(6))];
  for (const { name } of project.apps) {
    for (let count = random.int(4, 16); count > 0; count--) {
      const typed = random.chance(0.7);
      yield [`${name}/src/module-${count}.${typed ? 'ts' : 'js'}`, sourceText(random, project, random.size(5), typed)];
    }
    yield [`${name}/src/data.json`, jsonText(random, random.size(25))];
  }
}

/** Writes a tree into a folder, unless it stands there from an earlier run. */
export function writeTree(folder: string, files: () => Iterable<GeneratedFile>): void {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const folders = new Set<string>();
  for (const [path, text] of files()) {
    const file = join(unfinished, path);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, text);
  }
  renameSync(unfinished, folder);
}

const MIXED_FILES = 7000;
const CONFIGURATION_FILES = 3500;
