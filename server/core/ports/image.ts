import { imageName } from '../../../registry/imageName.ts';

/** A container image reference, taken apart. https://pkg.go.dev/github.com/distribution/reference */
export interface ImageReference {
  /** Without tag, digest and the default registry: `postgres`, `grafana/grafana`, `ghcr.io/owner/name`. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Offset of the registry's port in the reference and its length, for `localhost:5000/app`. */
  readonly registryPort?: { readonly at: number; readonly length: number };
}

/** Reads a reference as Docker does. Anything is accepted: a half-typed name is a name. */
export function readImage(reference: string): ImageReference {
  const at = reference.indexOf('@');
  const beforeDigest = at < 0 ? reference : reference.slice(0, at);
  const slash = beforeDigest.indexOf('/');
  const first = slash < 0 ? '' : beforeDigest.slice(0, slash);
  const isRegistry = first === 'localhost' || first.includes('.') || first.includes(':');
  const colon = beforeDigest.lastIndexOf(':');
  const hasTag = colon > beforeDigest.lastIndexOf('/');
  const path = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const port = isRegistry ? /:(\d+)$/.exec(first) : null;
  return {
    name: imageName(path),
    ...(hasTag && { tag: beforeDigest.slice(colon + 1) }),
    ...(at >= 0 && { digest: reference.slice(at + 1) }),
    ...(port?.[1] && { registryPort: { at: port.index + 1, length: port[1].length } }),
  };
}
