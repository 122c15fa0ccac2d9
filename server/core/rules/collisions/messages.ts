export type BesideMessage = keyof typeof BESIDE_MESSAGES;

/** Wording of `host-port-collision` outside compose files and Kubernetes. */
export const BESIDE_MESSAGES = {
  job: 'Host port {port} is already published by `{other}` in this job, so `{service}` cannot start: publish one of them on another port',
  cluster:
    'Host port {port} is already taken by {other} of this cluster, which then cannot be created: give one of them another',
  'duplicate-listen':
    '{port} is bound twice in this server block, and nginx refuses the file with *duplicate listen*: drop one of the two',
  'apache-listen': '{port} is bound by another Listen too, and Apache does not start: drop one of the two',
  'shared-bind':
    '`{other}` binds {port} at the same address, and each connection goes to one of the two by chance: bind one of them elsewhere',
  'refused-bind': '`{other}` binds {port} at the same address, and HAProxy does not start: bind one of them elsewhere',
  unit: '{other} takes {port} too, so only one of the two units can run: give one of them another port',
  'shared-network':
    '`{other}` ({software}) listens on {port} too, and both are in the network of {network}: only the first to start gets it, so give one of them another port, or its own network',
  'host-network':
    '`{other}` ({software}) has the network of the host and listens on {port} there, so `{service}` cannot publish it: publish another port, or give `{other}` a network of its own',
  'host-network-first': '`{other}` gets the network of the host here',
  'taken-here': '{port} is taken here too',
} as const;
