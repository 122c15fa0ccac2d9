export type KubernetesMessage = keyof typeof KUBERNETES_MESSAGES;

/** Wording of `malformed-port` for what the API server of Kubernetes refuses. */
export const KUBERNETES_MESSAGES = {
  'quoted-number': '`{text}` in quotes is a text to Kubernetes, and it takes a number here: write it without quotes',
  'no-number': '`{text}` is a name, and Kubernetes takes only a number as {key} here: write the number',
  'no-protocol': '`{text}` is no protocol of a port to Kubernetes: write TCP, UDP or SCTP',
  'protocol-case': '`{text}` is no protocol to Kubernetes, which knows them in capitals: write {upper}',
  'port-name':
    '`{text}` is no name of a port to Kubernetes, as it has {reason}: write up to 15 small letters, digits and hyphens, with a letter',
} as const;
