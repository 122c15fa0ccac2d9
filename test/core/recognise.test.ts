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

for (const { name, text, format } of fixtures()) {
  test(`the fixture ${name} is told by its path and its content`, () => {
    assert.equal(recognise(`/${name}`, text)?.id, format.id);
  });
}
