import type { Project } from '../project.ts';
import type { Random } from '../random.ts';
import { capital, FIELDS, NOUNS, THINGS, VERBS } from '../words.ts';

/** A module of TypeScript, or of JavaScript without its types. `size` in functions. */
export function sourceText(random: Random, { backends, apps }: Project, size: number, typed: boolean): string {
  const as = (type: string): string => (typed ? `: ${type}` : '');
  const thing = random.pick(THINGS);
  const Thing = capital(thing);
  const parts = [
    `import { ${random.some(VERBS, random.int(1, 4)).join(', ')} } from '../lib/${random.pick(NOUNS)}${typed ? '.ts' : '.js'}';`,
  ];
  if (random.chance(0.3)) parts.push("import { readFile } from 'node:fs/promises';");
  if (typed) {
    parts.push(`\nexport interface ${Thing} {`);
    for (const field of random.some(FIELDS, random.int(3, 9)))
      parts.push(`  readonly ${field}: ${random.pick(['string', 'number', 'Date', 'boolean'])};`);
    parts.push('}');
  }
  if (random.chance(0.3)) {
    const app = random.pick(apps);
    parts.push(
      `\nconst PORT = Number(process.env.PORT ?? ${app.port});`,
      `const BASE = 'http://localhost:${app.hostPort}/v1';`,
    );
    for (const { name, port } of backends)
      parts.push(`const ${capital(name.replace(/\W/g, ''))}Url = 'tcp://${name}:${port}';`);
  }
  for (let count = 0; count < size; count++) parts.push(functionText(random, thing, count, as));
  return `${parts.join('\n')}\n`;
}

function functionText(random: Random, thing: string, index: number, as: (type: string) => string): string {
  const [verb, other] = [random.pick(VERBS), random.pick(THINGS)];
  const field = random.pick(FIELDS);
  const lines = [
    '',
    `/** ${capital(verb)} each ${thing} of the ${other}; gives up after ${random.int(100, 9000)} ms. */`,
    `export async function ${verb}${capital(other)}${index}(${thing}s${as('readonly unknown[]')}, limit = ${random.int(5, 5000)})${as('Promise<number>')} {`,
    '  let count = 0;',
    `  for (const ${thing} of ${thing}s) {`,
    `    const ${field} = await ${random.pick(VERBS)}(${thing}, { ${random.pick(FIELDS)}: '${random.pick(NOUNS)}', limit });`,
    `    if (!${field} || count > ${random.int(10, 2000)}) continue;`,
  ];
  for (let more = random.int(0, 6); more > 0; more--) {
    lines.push(
      random.pick([
        `    logger.debug(\`${other} \${${field}} took \${Date.now() - start} ms\`);`,
        `    if (${field}.${random.pick(FIELDS)} === '${random.pick(NOUNS)}') throw new Error('${capital(other)} is ${random.pick(NOUNS)} already');`,
        `    await fetch(\`\${BASE}/${thing}s/\${${field}}?page=${random.int(1, 90)}&size=${random.int(10, 200)}\`);`,
        `    total += ${field}.${random.pick(FIELDS)} * ${random.int(1, 100)} / 1024;`,
        `    // Every ${other} that was seen in ${random.int(2015, 2026)} still has its old ${random.pick(FIELDS)}.`,
      ]),
    );
  }
  return [...lines, '    count++;', '  }', '  return count;', '}'].join('\n');
}

/** Translations, fixtures, settings: JSON as programs read it. `size` in entries. */
export function jsonText(random: Random, size: number): string {
  const entries = Array.from({ length: size }, (_, index) => ({
    id: index + random.int(1000, 90000),
    name: `${random.pick(NOUNS)} ${random.pick(THINGS)}`,
    [random.pick(FIELDS)]: random.pick<string | number | null>([
      random.int(0, 100000),
      `${random.pick(VERBS)} the ${random.pick(THINGS)}`,
      null,
    ]),
    tags: random.some(NOUNS, random.int(0, 4)),
  }));
  return `${JSON.stringify({ version: random.int(1, 9), items: entries }, null, 2)}\n`;
}

export function manifestJson(random: Random, { name, apps: [app] }: Project): string {
  const versions = (list: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      list.map(item => [`@${name}/${item}`, `^${random.int(0, 9)}.${random.int(0, 40)}.${random.int(0, 9)}`]),
    );
  return `${JSON.stringify(
    {
      name,
      version: `${random.int(0, 9)}.${random.int(0, 9)}.0`,
      private: true,
      scripts: {
        dev: `vite --port ${app.port}`,
        start: `PORT=${app.port} node dist/main.js`,
        test: 'vitest run',
        'db:up': `docker run --rm -d -p ${random.int(5000, 6000)}:5432 postgres:16`,
      },
      dependencies: versions(random.some(NOUNS, random.int(4, 14))),
      devDependencies: versions(random.some(VERBS, random.int(3, 12))),
    },
    null,
    2,
  )}\n`;
}
