import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import type { Refusal } from '../values/refusal.ts';
import { refusing } from '../values/refusing.ts';

/** `[address:]port`, and nothing else. https://httpd.apache.org/docs/2.4/mod/mpm_common.html#listen */
export function listenAddress(): Reader {
  return boundAddress(refusalOf);
}

/** The address of a virtual host, which needs more than a port. https://httpd.apache.org/docs/2.4/mod/core.html#virtualhost */
export function virtualHost(): Reader {
  return boundAddress(written =>
    /^:?\d{1,5}$/.test(written) ? { message: 'hostless', instead: `*:${written.replace(':', '')}` } : undefined,
  );
}

function boundAddress(refusalOf: (written: string) => Omit<Refusal, 'program'> | undefined): Reader {
  return refusing(hostPort('listen', { protocols: ['tcp'], bare: true }), 'Apache', text => {
    const refusal = refusalOf(text);
    return refusal ? [refusal] : [];
  });
}

function refusalOf(written: string): Omit<Refusal, 'program'> | undefined {
  if (/^:\d{1,5}$/.test(written)) return { message: 'hostless', instead: written.slice(1) };
  if (/^(?:[\w.*-]{1,255}:|\[[\da-f:]{2,40}\]:)?\d{1,5}-\d{1,5}$/i.test(written)) return { message: 'range' };
  if (/^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{2,40}\]|localhost|\*):?$/i.test(written)) return { message: 'portless' };
  if (/^\d{1,5}(?:,\d{1,5})+,?$/.test(written)) return { message: 'list' };
  const tcp = /^([\w.*:[\]-]{0,255}\d)\/tcp$/i.exec(written)?.[1];
  return tcp === undefined ? undefined : { message: 'protocol-behind', instead: tcp };
}
