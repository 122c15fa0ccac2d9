import type { Diagnostic } from 'vscode-languageserver';
import type { Registry } from '../../../registry/registry.ts';
import { findingsOf, reaches } from '../../core/analysis.ts';
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
  let settings = first;
  let generation = 0;
  let count = 0;

  const itemsOf = (path: string, open: boolean): readonly Diagnostic[] => {
    const { rules, workspaceDiagnostics } = settings.of(path);
    if (!open && workspaceDiagnostics === 'off') return [];
    const snapshot = model.snapshot();
    try {
      return findingsOf(snapshot, registry, path, rules)
        .filter(({ severity }) => open || workspaceDiagnostics === 'all' || reaches(severity, 'warning'))
        .flatMap(finding => diagnosticOf(context, snapshot, finding) ?? []);
    } catch (error) {
      // A fault of ours in one file must not take the others with it.
      context.failed(error);
      return [];
    }
  };

  const make = (path: string, open: boolean): Made => {
    const stamp = `${model.stamp()}/${generation}`;
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
    forget: path => made.delete(path),
    setSettings(next) {
      settings = next;
      generation++;
    },
  };
}
