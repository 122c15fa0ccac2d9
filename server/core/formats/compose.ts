import { readYaml } from '../syntax/yaml/readYaml.ts';
import { optional } from '../text/optional.ts';
import { createCollector } from './collector.ts';
import { collectExtras } from './compose/extras.ts';
import { quotingFaults } from './compose/quoting.ts';
import { references } from './compose/references.ts';
import { readConfigFiles, readIncludes, readService, serviceEntries, topLevel } from './compose/service.ts';
import { collectService } from './compose/servicePlaces.ts';
import { hasSwarmSigns } from './compose/swarmSigns.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';

/** Compose file. https://docs.docker.com/reference/compose-file/ */
export const compose: Format = defineFormat({
  id: 'compose',
  title: 'Compose',
  documentation: 'https://docs.docker.com/reference/compose-file/services/#ports',
  files: [
    '{compose,docker-compose,podman-compose}.{yaml,yml}',
    '{compose,docker-compose,podman-compose}{.,-,_}*.{yaml,yml}',
    '*{.,-,_}{compose,docker-compose}.{yaml,yml}',
  ],
  // Templates of other programs, which their content tells.
  except: ['**/templates/**/docker-compose.{yaml,yml}', 'values*.{yaml,yml}'],
  isNameSure: true,
  languages: ['dockercompose'],
  // Stacks are named after the software in them: `prometheus.yml`.
  content: { files: ['*.{yaml,yml}'], isSure: true, test: looksLikeCompose },
  reads: [
    { where: 'services.*.ports', what: 'published port (publish, target), short and long form' },
    { where: 'services.*.expose', what: 'port (expose)' },
    { where: 'services.*.{environment,build.args}', what: 'environment variables, by the words of their names' },
    { where: 'services.*.{command,entrypoint}', what: 'command line' },
    { where: 'services.*.healthcheck.test', what: 'command line (probe)' },
    { where: 'services.*.{labels,deploy.labels}', what: 'port of a proxy (connect), URL' },
    { where: 'services.*.logging.options', what: 'URL or host:port (connect)' },
    { where: 'configs.*.content', what: 'file, read by its name and content' },
    { where: '**.x-*', what: 'by the words of its key' },
    { where: 'services.*.image', what: 'container image (registry)' },
  ],
  read,
});

function read(source: Source): FormatFacts {
  const { path, text } = source;
  const tree = readYaml(text);
  const found = createCollector();
  const configs = readConfigFiles(tree.documents);
  const services = serviceEntries(tree.documents).map(({ key, value }) => ({
    service: readService(key, value, configs),
    value,
  }));
  const names = new Set(services.map(({ service }) => service.name));
  for (const { service, value } of services) collectService(found, service, value, names, source);
  collectExtras(found, tree.documents, source);
  const version = topLevel(tree.documents, 'version')?.text;
  const file = {
    ...optional('name', topLevel(tree.documents, 'name')?.mapped),
    ...optional('version', version),
    includes: readIncludes(tree.documents),
    services: services.map(({ service }) => service),
    hasSwarmSigns: hasSwarmSigns(
      tree.documents,
      services.map(({ value }) => value),
    ),
  };
  return {
    occurrences: found.occurrences(),
    faults: [...found.faults(), ...quotingFaults(path, text, tree, file)],
    references: references(path, file),
    compose: file,
    comments: tree.comments,
    contentStart: tree.documents[0]?.span.start ?? text.length,
    syntaxErrors: tree.errors,
  };
}

/** A map under a top-level `services:` with an image or a build somewhere below; lists of services belong to CI files. */
function looksLikeCompose(text: string): boolean {
  if (!text.includes('services:')) return false;
  return (
    /^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]+[^\s#-]/m.test(text) &&
    /^[ \t]+(?:image|build):/m.test(text)
  );
}
