import type { DocumentFacts } from '../../facts/document.ts';
import type { ProjectFiles } from './composeFiles.ts';
import { assemble, type ComposeProject } from './composeProject.ts';
import type { FactsOf } from './declaration.ts';

/** Keeps assembled projects across snapshots, so that an edit costs the projects that it touches and no others. */
export interface ProjectCache {
  project(files: ProjectFiles, factsOf: FactsOf): ComposeProject | undefined;
}

export function createProjectCache(): ProjectCache {
  const known = new Map<
    string,
    { readonly inputs: ReadonlyMap<string, DocumentFacts | undefined>; readonly project: ComposeProject | undefined }
  >();
  return {
    project(files, factsOf) {
      const key = JSON.stringify(files);
      const cached = known.get(key);
      if (cached && [...cached.inputs].every(([path, facts]) => factsOf(path) === facts)) return cached.project;
      const inputs = new Map<string, DocumentFacts | undefined>();
      const project = assemble(files, path => {
        const facts = factsOf(path);
        inputs.set(path, facts);
        return facts;
      });
      known.set(key, { inputs, project });
      return project;
    },
  };
}
