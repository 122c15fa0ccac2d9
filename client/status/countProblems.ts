import { type Diagnostic, DiagnosticSeverity, type Disposable, languages, type Uri } from 'vscode';

/** In milliseconds: typing moves problems at every key. */
const PAUSE = 1500;

/** Counts our own problems, some time after they have changed. Only the files that have changed are asked for. */
export function countProblems(changed: () => void): Disposable & { count(): number } {
  const counts = new Map<string, number>();
  const moved = new Map<string, Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const recount = (): void => {
    timer = undefined;
    for (const [key, uri] of moved) {
      const count = languages.getDiagnostics(uri).filter(isOurs).length;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    }
    moved.clear();
    changed();
  };
  const listening = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) moved.set(uri.toString(), uri);
    timer ??= setTimeout(recount, PAUSE);
  });
  return {
    count: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    dispose() {
      clearTimeout(timer);
      listening.dispose();
    },
  };
}

/** As in the Problems panel, where hints are not listed. */
function isOurs({ source, severity }: Diagnostic): boolean {
  return source === 'portolan' && severity !== DiagnosticSeverity.Hint;
}
