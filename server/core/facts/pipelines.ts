/** The ids of formats of what runs only while a pipeline does: a service of a job is gone with the job, and its runner with it. */
export const PIPELINES: ReadonlySet<string> = new Set([
  'azure-pipelines',
  'bitbucket-pipelines',
  'ci-scripts',
  'circleci',
  'drone',
  'github-actions',
  'gitlab-ci',
  'jenkinsfile',
  'travis',
]);
