import type { Diagnostic } from 'vscode-languageserver';
import type { Registry } from '../../../registry/registry.ts';
import { type Finding, findingsOf, type Mark, reaches } from '../../core/analysis.ts';
import type { Model } from '../model.ts';
import type { FolderSettings } from '../settings/folderSettings.ts';
import { diagnosticOf, type Showing } from './diagnostic.ts';

/** What is to be shown for one file. */
export interface Report {
  /** Equal ids: equal items. */
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Makes reports, and knows whether they differ from those made before. */
export interface Reports {
  /** All findings of a file that is open. */
  open(path: string): Report;
  /** Findings of a closed file, as many as its folder's settings want. */
  closed(path: string): Report;
  /** True where a report that was made differs now; the new one is kept, so it moves once. */
  moved(path: string): boolean;
  /** The paths of all files that a report was made for. */
  made(): readonly string[];
  /** What the rules say of a file by now, whatever of it is shown; costs nothing after a report. */
  marks(path: string): readonly Mark[];
  forget(path: string): void;
  /** The settings have changed: nothing made before is sure. */
  setSettings(settings: FolderSettings): void;
}

export interface ReportsContext extends Showing {
  readonly model: Model;
  readonly registry: Registry;
  failed(error: unknown): void;
}

interface Made extends Report {
  /** The state of the workspace that it was made from, or was found to hold for. */
  stamp: string;
  readonly json: string;
  readonly open: boolean;
}

export function createReports(context: ReportsContext, first: FolderSettings): Reports {
  const { model, registry } = context;
  const made = new Map<string, Made>();
  const marked = new Map<string, { readonly stamp: string; readonly marks: readonly Mark[] }>();
  let settings = first;
  let generation = 0;
  let count = 0;

  const stampOf = (): string => `${model.stamp()}/${generation}`;
  const find = (path: string): readonly Finding[] => {
    const findings = findingsOf(model.snapshot(), registry, path, settings.of(path).rules);
    const marks = findings.map(({ rule, severity, at, related }) => ({ rule, severity, at, related }));
    marked.set(path, { stamp: stampOf(), marks });
    return findings;
  };
  const itemsOf = (path: string, open: boolean): readonly Diagnostic[] => {
    const { workspaceDiagnostics } = settings.of(path);
    if (!open && workspaceDiagnostics === 'off') return [];
    const snapshot = model.snapshot();
    try {
      return find(path)
        .filter(({ severity }) => open || workspaceDiagnostics === 'all' || reaches(severity, 'warning'))
        .flatMap(finding => diagnosticOf(context, snapshot, finding) ?? []);
    } catch (error) {
      // A fault of ours in one file must not take the others with it.
      context.failed(error);
      return [];
    }
  };

  const make = (path: string, open: boolean): Made => {
    const stamp = stampOf();
    const before = made.get(path);
    if (before?.stamp === stamp && before.open === open) return before;
    const items = itemsOf(path, open);
    const json = JSON.stringify(items);
    if (before?.json === json) return { ...before, stamp, open };
    return { stamp, open, json, items, resultId: `${++count}` };
  };
  const keep = (path: string, open: boolean): Made => {
    const report = make(path, open);
    made.set(path, report);
    return report;
  };

  return {
    open: path => keep(path, true),
    closed: path => keep(path, false),
    moved(path) {
      const before = made.get(path);
      return before !== undefined && keep(path, before.open).resultId !== before.resultId;
    },
    made: () => [...made.keys()],
    marks(path) {
      if (marked.get(path)?.stamp !== stampOf()) {
        try {
          find(path);
        } catch (error) {
          context.failed(error);
          marked.set(path, { stamp: stampOf(), marks: [] });
        }
      }
      return marked.get(path)?.marks ?? [];
    },
    forget(path) {
      made.delete(path);
      marked.delete(path);
    },
    setSettings(next) {
      settings = next;
      generation++;
    },
  };
}
