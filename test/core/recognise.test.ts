import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecogniser } from '../../server/core/formats/recognise.ts';
import { fixtures } from '../harness/golden.ts';

const { byName } = createRecogniser();

function check(path: string, format: string | undefined): void {
  test(path, () => assert.equal(byName(path)?.id, format));
}

check('/x/Dockerfile', 'dockerfile');
check('/x/dockerfile', 'dockerfile');
check('/x/Dockerfile.dev', 'dockerfile');
check('/x/web.Dockerfile', 'dockerfile');
check('/x/web.dockerfile', 'dockerfile');
check('/x/Containerfile', 'dockerfile');
check('/x/Dockerfile-alpine', 'dockerfile');
check('/x/Dockerfile_base', 'dockerfile');
check('/x/dockerfile-build.yaml', undefined);
check('/x/Dockerfiles', undefined);
check('/x/dockerfile.yaml', undefined);
check('/x/Dockerfile.md', undefined);
check('/x/Dockerfile.dockerignore', undefined);
check('/x/docker-compose.prod.yml', 'compose');
check('/x/compose.yaml', 'compose');
check('/x/values.yaml', 'helm');

const { recognise } = createRecogniser();
check('/x/.github/workflows/elasticsearch.yml', 'github-actions');
check('/x/.gitea/workflows/ci.yaml', 'github-actions');
check('/x/setup/action.yml', 'github-actions');
check('/x/.gitlab-ci.yml', 'gitlab-ci');
check('/x/.gitlab/ci/test.yml', 'gitlab-ci');
check('/x/azure-pipelines-release.yml', 'azure-pipelines');
check('/x/.circleci/config.yml', 'circleci');
check('/x/.woodpecker/build.yaml', 'drone');
check('/x/.buildkite/pipeline.yml', 'ci-scripts');
check('/x/roles/web/tasks/main.yml', 'ansible');
check('/x/group_vars/all.yml', 'ansible');
check('/x/inventories/prod/hosts', 'ansible-inventory');
check('/etc/hosts', undefined);
check('/x/Taskfile.dist.yml', 'taskfile');
check('/x/config/deploy.production.yml', 'kamal');
check('/x/fly.staging.toml', 'fly');
check('/x/.replit', 'replit');
check('/x/.do/app.yaml', 'digitalocean');

for (const { name, text, format } of fixtures()) {
  test(`the fixture ${name} is told by its path and its content`, () => {
    assert.equal(recognise(`/${name}`, text)?.id, format.id);
  });
}
