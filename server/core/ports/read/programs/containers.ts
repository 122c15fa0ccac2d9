import type { Program } from './program.ts';

const DOCKER_SWITCHES =
  '-d --detach -i --interactive -t --tty --rm --init --privileged -P --publish-all --read-only --no-healthcheck ' +
  '--oom-kill-disable --sig-proxy --disable-content-trust -q --quiet --replace --tls-verify';

/** Programs that start containers or look into them. */
export const CONTAINERS: readonly Program[] = [
  {
    run: 'docker run|docker create|docker container run|docker container create|podman run|podman create|nerdctl run|nerdctl create|docker compose run|docker-compose run',
    mapping: '-p --publish',
    expose: '--expose',
    setting: '-e --env',
    command: '--health-cmd',
    value: '-h --hostname',
    switches: DOCKER_SWITCHES,
    operands: 'image',
  },
  {
    run: 'docker service create|docker service update',
    mapping: '-p --publish --publish-add',
    setting: '-e --env --env-add',
    switches: '-d --detach -q --quiet -t --tty',
    operands: 'image',
  },
  { run: 'podman pod create', mapping: '-p --publish', value: '-n --name', operands: 'skip…' },
  { run: 'docker|podman|nerdctl', connect: '-H --host', value: '-c --context', operands: 'skip…' },
  { run: 'docker compose|docker-compose|podman-compose', value: '-p --project-name -f --file', operands: 'skip…' },
  {
    run: 'docker exec|docker container exec|podman exec',
    value: '-u -w -e --env --user --workdir',
    operands: 'skip run',
  },
  { run: 'docker compose exec|docker-compose exec', value: '-u -w -e --env --user', operands: 'skip run' },
  { run: 'kubectl exec|oc exec', value: '-n -c --namespace --container', operands: 'skip run' },
  { run: 'k3d cluster create', mapping: '-p --port', listen: '--api-port', operands: 'skip…' },
  { run: 'telepresence intercept', forward: '-p --port', operands: 'skip…' },
  { run: 'docker port|podman port|docker compose port|docker-compose port', operands: 'skip label' },
  { run: 'docker push|docker pull|docker tag|docker image|podman push|podman pull|podman tag', operands: 'registry…' },
  {
    run: 'docker build|docker buildx build|docker image build|podman build|buildah bud|nerdctl build',
    registry: '-t --tag --cache-from',
    setting: '--build-arg',
    value: '-f --file --target --platform -m',
    operands: 'skip…',
  },
  {
    run: 'kubectl create configmap|kubectl create secret|oc create configmap|oc create secret',
    setting: '--from-literal',
    value: '-n --namespace',
    operands: 'skip…',
  },
  { run: 'helm', settings: '--set --set-string', value: '-f --values -n --namespace', operands: 'skip…' },
  { run: 'make', operands: 'setting…' },
];
