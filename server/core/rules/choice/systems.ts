import type { CautionSystem } from '../../../../registry/entry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { RuleContext } from '../rule.ts';
import { runsFromSource } from '../runsFromSource.ts';

/**
 * The systems that the machine is likely to run: all of them where people develop, else Linux. Continuous integration,
 * clusters and services of systemd run Linux, and so do servers, on which compose projects run that build nothing.
 */
export function systemsIn({ facts, workspace }: RuleContext): (taken: HostPort) => readonly CautionSystem[] {
  const known = new Map<ComposeProject, boolean>();
  const isLinux =
    LINUX_ONLY.has(facts.format) || (facts.format === 'vscode-launch' && isInDevcontainer(facts, workspace));
  return ({ machine, published, occurrence }) => {
    // A unit of systemd may stand in a script that installs it.
    if (isLinux || machine === 'node' || occurrence?.path[0] === 'Service') return ['linux'];
    if (!published) return EVERY;
    const { project } = published;
    const isDeveloped = known.get(project) ?? developsHere(project);
    known.set(project, isDeveloped);
    return isDeveloped ? EVERY : ['linux'];
  };
}

const EVERY: readonly CautionSystem[] = ['linux', 'macos', 'windows'];

const LINUX_ONLY: ReadonlySet<string> = new Set(
  'ansible bitbucket-pipelines circleci drone github-actions gitlab-ci kamal nomad quadlet sshd-config systemd travis truenas-app unraid'.split(
    ' ',
  ),
);

/** A service is built from sources here, runs from them, or the name of a file says so. */
function developsHere({ services, files }: ComposeProject): boolean {
  return (
    files.some(path => /[-._](?:dev|devel|development|local)\b[^/]*$/.test(path)) ||
    services.some(service => service.isBuilt || runsFromSource(service))
  );
}

/** What is debugged runs in the container, and Visual Studio Code forwards its ports to any number that is free. */
function isInDevcontainer({ path }: DocumentFacts, workspace: Snapshot): boolean {
  const root = dirname(dirname(path));
  return ['.devcontainer/devcontainer.json', '.devcontainer.json'].some(file =>
    workspace.facts(resolvePath(root, file)),
  );
}
