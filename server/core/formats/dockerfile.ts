import { readDockerfile } from '../syntax/dockerfile.ts';
import { optional } from '../text/optional.ts';
import { covers } from '../text/span.ts';
import { collector } from './dockerfile/collector.ts';
import { collectInstruction } from './dockerfile/instructions.ts';
import { readStages } from './dockerfile/stages.ts';
import { defineFormat, type Format } from './format.ts';

/** What an image is built from. Its `EXPOSE` opens nothing: it tells which ports the image's programs listen on. */
export const dockerfile: Format = defineFormat({
  id: 'dockerfile',
  title: 'Dockerfile',
  documentation: 'https://docs.docker.com/reference/dockerfile/#expose',
  // In lower case, what goes on after a hyphen is rather a workflow about Dockerfiles: with a folder, case counts.
  files: [
    '{Dockerfile,Containerfile}',
    '{Dockerfile,Containerfile}.*',
    '*.Dockerfile',
    '**/{Docker,Container}file{-,_}*',
  ],
  except: ['*.{dockerignore,yaml,yml,json,md,txt,sh,py,js,ts,go,rb,html}'],
  isNameSure: true,
  languages: ['dockerfile'],
  content: {
    files: ['*.', '*.{in,tmpl,template}'],
    test: text =>
      text.includes('FROM ') &&
      /^FROM [^\s]{1,200}[ \t]*(?:AS [\w.-]{1,80}[ \t]*)?$/im.test(text) &&
      /^(?:RUN|CMD|COPY|ENTRYPOINT) /m.test(text),
  },
  reads: [
    { where: 'EXPOSE', what: 'port (expose), as BuildKit reads it' },
    { where: 'ENV, ARG', what: 'by the words of its key' },
    { where: 'CMD, ENTRYPOINT, RUN', what: 'command line' },
    { where: 'HEALTHCHECK', what: 'command line (probe)' },
    { where: 'LABEL', what: 'port of a proxy (connect), URL' },
    { where: 'RUN <<, COPY <<', what: 'script, or file, read by its name and content' },
    { where: 'FROM, COPY --from', what: 'container image (registry)' },
  ],
  read(source) {
    const { text } = source;
    const { instructions, comments, escapeChar } = readDockerfile(text);
    const { preamble, stages } = readStages(instructions, escapeChar);
    const found = collector(source, escapeChar, stages);
    for (const instruction of preamble) collectInstruction(found, undefined, instruction);
    for (const stage of stages)
      for (const instruction of stage.instructions) collectInstruction(found, stage, instruction);
    return {
      occurrences: found.occurrences,
      variables: found.variables,
      variableAt: (name, offset) => {
        const stage = stages.findLast(({ span }) => span.start <= offset);
        const from = stage?.instructions[0];
        // `FROM` itself stands outside of its stage.
        return found.scopes.find(
          from && covers(from.span, { start: offset, end: offset }) ? undefined : stage,
          name,
          offset,
        );
      },
      faults: found.faults,
      stages: stages.map(stage => ({
        name: stage.name,
        base: stage.base,
        span: stage.span,
        ...optional('from', stage.from),
        hasCommand: stage.hasCommand,
        hasEntrypoint: stage.hasEntrypoint,
        ...optional('user', stage.user),
        copies: stage.copies,
      })),
      comments,
      contentStart: instructions[0]?.span.start ?? text.length,
    };
  },
});
