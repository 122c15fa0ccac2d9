import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, RULES } from '../server/core/analysis.ts';
import { ROOT } from './root.ts';

/** Only of use in a checkout. `type` too: web hosts refuse an extension that says "module". */
const DEVELOPMENT = ['type', 'bin', 'scripts', 'devDependencies', 'optionalDependencies', 'allowScripts'];

export interface Manifest {
  readonly version: string;
  readonly [key: string]: unknown;
}

/** The package.json that ships: without what is of use in a checkout only, and with every rule and format in its settings. */
export function manifest(): Manifest {
  const whole = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const rules = whole.contributes.configuration.properties['portolan.rules'];
  rules.properties = Object.fromEntries(
    RULES.map(({ id, severity }) => [
      id,
      { ...rules.additionalProperties, default: severity, description: `%rule.${id}%` },
    ]),
  );
  const files = whole.contributes.configuration.properties['portolan.files'];
  files.additionalProperties = {
    ...files.additionalProperties,
    enum: FORMATS.map(({ id }) => id),
    enumDescriptions: FORMATS.map(({ id }) => `%format.${id}%`),
  };
  const shipped = Object.entries(whole).filter(([key]) => !DEVELOPMENT.includes(key));
  return { ...Object.fromEntries(shipped), version: whole.version, engines: { vscode: whole.engines.vscode } };
}

/** The manifest's words in English, each under the key that stands for it. Translations lie beside, by language. */
export function words(): Readonly<Record<string, string>> {
  return {
    ...JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')),
    ...Object.fromEntries(RULES.map(({ id, summary }) => [`rule.${id}`, summary])),
    ...Object.fromEntries(FORMATS.map(({ id, title }) => [`format.${id}`, title])),
  };
}
