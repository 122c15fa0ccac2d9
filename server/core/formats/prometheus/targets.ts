import { get, type Node } from '../../syntax/tree.ts';
import type { At, Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { refuse } from '../values/refusal.ts';
import { scalars } from '../values/scalars.ts';
import { TCP } from '../values/transports.ts';

/**
 * Targets of one job. Where nothing rewrites them, Prometheus refuses a URL; rules of `relabel_configs` may make a parameter of one, as
 * for the blackbox exporter. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#static_config
 */
export function targets(): Reader {
  const address = hostPort('connect', TCP);
  return {
    what: address.what,
    read(node, at) {
      address.read(node, at);
      if (isRewritten(at)) return;
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const [written, scheme, host] = /^(https?):\/\/([\w.-]{1,255}(?::\d{1,5})?)(\/?)$/i.exec(text.text) ?? [];
        if (written === undefined || host === undefined) continue;
        const isPlain = scheme?.toLowerCase() === 'http' && host.includes(':');
        refuse(at, text, { message: 'scheme', program: 'Prometheus', ...(isPlain && { instead: host }) });
      }
    },
  };
}

/** The nearest map around that has `static_configs` is the job. As a file of its own it is one of vmalert, which takes URLs. */
function isRewritten({ parents }: At): boolean {
  const job: Node | undefined = parents.findLast(parent => get(parent, 'static_configs') !== undefined);
  return (
    job === undefined ||
    job === parents[0] ||
    get(job, 'relabel_configs') !== undefined ||
    get(job, 'scrape_classes') !== undefined
  );
}
