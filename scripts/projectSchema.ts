import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FORMATS, RULES, SEVERITIES } from '../server/core/analysis.ts';
import { PAGES, rulePage } from '../server/core/pages.ts';
import { ROOT } from './root.ts';

/** The JSON schema of `portolan.json`, which editors complete and check by: every rule and every format. */
export const PROJECT_SCHEMA: string = join(ROOT, 'schemas/portolan.schema.json');

export function projectSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${PAGES}/raw/main/schemas/portolan.schema.json`,
    title: 'Portolan project file',
    description: `What a project says of its ports, for the editor and the command line. ${PAGES}/blob/main/docs/portolan-json.md`,
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'The level of a rule, by its id. A level replaces every severity of that rule.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          RULES.map(({ id, summary, severity }) => [
            id,
            {
              description: `${summary}. ${rulePage(id)}`,
              enum: [...SEVERITIES, 'off'],
              default: severity,
            },
          ]),
        ),
      },
      ignore: {
        description:
          'Globs for files in which nothing is reported, relative to this folder. One that names a folder means all in it; one that begins with a slash begins at this folder.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
      },
      files: {
        description: 'Formats of files whose name and content do not tell, by glob, relative to this folder.',
        type: 'object',
        additionalProperties: {
          enum: FORMATS.map(({ id }) => id),
          enumDescriptions: FORMATS.map(({ title }) => title),
        },
      },
      keys: {
        description: 'Words that say of a setting that it is a port, where they stand in its name as words.',
        type: 'array',
        items: { type: 'string', pattern: '^[A-Za-z0-9]+$' },
      },
      nodePortRange: {
        description: 'The node ports of the cluster, where they are not the usual ones.',
        type: 'string',
        pattern: '^[0-9]{1,5}-[0-9]{1,5}$',
        default: '30000-32767',
      },
      ports: {
        description: 'The port plan: the host ports of this project, by number or range.',
        type: 'object',
        propertyNames: { pattern: '^[0-9]{1,5}(-[0-9]{1,5})?$' },
        additionalProperties: {
          anyOf: [
            { type: 'string', description: 'What the port is for.' },
            {
              type: 'object',
              additionalProperties: false,
              properties: {
                owner: { type: 'string', description: 'The service that alone may publish it.' },
                note: { type: 'string', description: 'What the port is for.' },
              },
            },
          ],
        },
      },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) {
  mkdirSync(dirname(PROJECT_SCHEMA), { recursive: true });
  writeFileSync(PROJECT_SCHEMA, projectSchema());
}
