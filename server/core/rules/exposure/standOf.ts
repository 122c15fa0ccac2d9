import type { DocumentFacts } from '../../facts/document.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { RuleContext } from '../rule.ts';
import { isLoneStore } from './isLoneStore.ts';
import { isOneOfMany } from './isOneOfMany.ts';
import { placeOf, type Stand } from './placeOf.ts';
import { runsDevelopment } from './runsDevelopment.ts';
import { saysDevelopment } from './saysDevelopment.ts';

/** What a file, as its name, its folders, its neighbours and its own words tell, is run for. */
export function standOf(context: RuleContext): Stand {
  const { facts, workspace } = context;
  const place = placeOf(workspace, facts.path);
  if (place !== undefined) return place;
  if (PRODUCTION.test(basename(facts.path))) return undefined;
  const isForDevelopment =
    saysDevelopment(facts) ||
    hasProductionBeside(facts, workspace) ||
    workspace
      .projectsOf(facts.path)
      .some(
        project =>
          runsDevelopment(project, context) ||
          isLoneStore(project, workspace) ||
          isOneOfMany(facts.path, project, workspace),
      );
  return isForDevelopment ? 'development' : undefined;
}

/** Another project of the folder is for production, so this one is not. */
function hasProductionBeside({ path, compose }: DocumentFacts, workspace: Snapshot): boolean {
  if (!compose) return false;
  return workspace
    .inFolder(dirname(path))
    .some(
      other =>
        other.compose &&
        PRODUCTION.test(basename(other.path)) &&
        !workspace.projectsOf(other.path).some(({ files }) => files.includes(path)),
    );
}

const PRODUCTION = /(?:^|[-_.])(?:prod|production)[-_.]/i;
