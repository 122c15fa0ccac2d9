import type { HoverSubject } from './subject.ts';

/** Formats that speak of containers which Docker runs on this machine. */
const OF_DOCKER: ReadonlySet<string> = new Set(
  `ansible azure-pipelines batch bitbucket-pipelines ci-scripts circleci compose dockerfile github-actions gitlab-ci
   jenkinsfile jetbrains justfile k3d kind makefile package-json powershell shell taskfile travis vscode-tasks`.split(
    /\s+/,
  ),
);

/** Formats that speak of clusters and clouds: nobody listens here because of them. */
export const ELSEWHERE: ReadonlySet<string> = new Set(
  `app-engine arm bicep cloud-foundry cloudformation digitalocean ecs fly helm helmfile heroku kubernetes kustomize
   railway render terraform`.split(/\s+/),
);

/** Docker's own rules let connections in before the firewall of the host sees them. */
export function isOfDocker({ facts, occurrence }: HoverSubject): boolean {
  return facts.compose !== undefined || (occurrence.mapping !== undefined && OF_DOCKER.has(facts.format ?? ''));
}

/** Whether somebody may listen on the port on the machine of the file's reader. */
export function isOfThisMachine({ facts, occurrence: { role, namespace } }: HoverSubject): boolean {
  const isHost = namespace.kind === 'host' || namespace.kind === 'unknown';
  return isHost && (role === 'publish' || role === 'listen') && !ELSEWHERE.has(facts.format ?? '');
}
