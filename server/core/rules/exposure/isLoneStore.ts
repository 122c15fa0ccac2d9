import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/**
 * True for a service that is all of its project and has a password: what uses it runs outside, as the program of a
 * developer does that needs a database. One that comes back by itself looks like a server, and is not to have its password
 * in the file.
 */
export function isLoneStore({ services }: ComposeProject, workspace: Snapshot): boolean {
  const [store, other] = services;
  if (!store || other) return false;
  const passwords = [...store.variables].filter(([name]) => /PASS/i.test(name));
  if (passwords.length === 0) return false;
  return passwords.every(([, value]) => value === undefined) || !isRestarted(store, workspace);
}

function isRestarted({ declarations }: ProjectService, workspace: Snapshot): boolean {
  return declarations.some(({ path, service: { span } }) =>
    /^\s*restart(?:_policy)?:\s{0,20}(?!["']?no\b)/m.test(
      workspace.facts(path)?.text.slice(span.start, span.end) ?? '',
    ),
  );
}
