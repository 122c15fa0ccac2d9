import {
  createMapReader,
  createWho,
  DEFAULT_SETTINGS,
  findingsOf,
  isInside,
  type MapFormat,
  type MapNames,
  type MapPlace,
  type Mark,
  onceEach,
  portMap,
  relativePath,
  renderMap,
} from '../core/analysis.ts';
import { guarded } from '../node/guarded.ts';
import { type LoadedProject, loadProjects } from '../node/loadWorkspace.ts';
import { corePath } from '../node/paths.ts';
import { createComplaints } from './complaints.ts';
import type { Io, Status } from './io.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { tellOfProjectFile } from './projectNote.ts';
import { configOf, targetsOf } from './targets.ts';

/** `portolan map`: what the files below the given paths open on a machine, who answers there, and where it clashes. */
export function map(options: Options, io: Io): Status {
  const registry = io.registry();
  const complaints = createComplaints(io);
  const progress = createProgress(io, true);
  const projects = loadProjects(targetsOf(options.operands, io), {
    config: configOf(options, io),
    ignore: options.ignore,
    skip: complaints.skip,
    progress: progress.tick,
  });
  progress.done();
  const places: MapPlace[] = [];
  const marks: Mark[] = [];
  for (const project of projects) {
    tellOfProjectFile(project, io);
    const snapshot = project.workspace.snapshot();
    const read = createMapReader(snapshot);
    for (const path of project.reported.keys()) {
      const found = guarded(() => read(path));
      if ('reason' in found) {
        complaints.skip(project.reported.get(path)?.shown ?? path, found.reason, false);
        continue;
      }
      if (found.length === 0) continue;
      for (const place of found) places.push(place);
      const judged = guarded(() => findingsOf(snapshot, registry, path, DEFAULT_SETTINGS));
      if (!('reason' in judged)) for (const mark of judged) marks.push(mark);
    }
  }
  const format = options.format as MapFormat;
  io.stdout.write(renderMap(format, portMap(places, marks), namesOf(projects, io), options.all));
  return complaints.failed() ? 2 : 0;
}

function namesOf(projects: readonly LoadedProject[], io: Io): MapNames {
  const here = corePath(io.cwd, io.windows);
  const reported = new Map(
    projects.flatMap(project => [...project.reported].map(([path, { shown }]) => [path, shown])),
  );
  return {
    file: ({ path }) => reported.get(path) ?? relativePath(here, path),
    project: onceEach(folder => {
      // As the files in it are shown: it may have been given as part of a path.
      for (const [path, shown] of reported) {
        const rest = path.slice(folder.length);
        if (isInside(path, folder) && shown.endsWith(rest)) return shown.slice(0, -rest.length);
      }
      const relative = relativePath(here, folder);
      return relative === '.' ? '' : relative;
    }),
    who: createWho(io.registry()).of,
    facts(path) {
      for (const { workspace } of projects) {
        const facts = workspace.snapshot().facts(path);
        if (facts) return facts;
      }
      return undefined;
    },
  };
}
