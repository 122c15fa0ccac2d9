import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import type { At } from '../tree/place.ts';
import { type Refusal, refuse } from '../values/refusal.ts';

/** What `nginx -t` refuses of an address to listen on. https://nginx.org/en/docs/http/ngx_http_core_module.html#listen */
export function reportListen(at: At, written: string, text: Mapped): void {
  const refusal = refusalOf(written);
  // What a template puts there may be anything; nginx's own variables are known by their spelling.
  const isVariable = refusal?.message === 'variable';
  if (refusal && (isVariable || !text.text.includes(UNKNOWN)))
    refuse(at, text, { program: 'nginx', written, ...refusal });
}

function refusalOf(written: string): Omit<Refusal, 'program'> | undefined {
  const [, port, protocol] = /^(?:[\w.*-]{0,255}:|\[[\da-f:]{2,40}\]:)?(\d{1,5})\/(tcp|udp)$/i.exec(written) ?? [];
  if (port !== undefined && protocol !== undefined) {
    const instead = written.slice(0, -protocol.length - 1);
    return protocol.toLowerCase() === 'tcp'
      ? { message: 'protocol-behind', instead }
      : { message: 'protocol-behind', instead: `${instead} udp`, safety: 'suggested' };
  }
  if (/^:\d{1,5}(?:-\d{1,5})?$/.test(written)) return { message: 'hostless', instead: written.slice(1) };
  const [, open] = /^::(:?\d{1,5})$/.exec(written) ?? [];
  if (open !== undefined) return { message: 'brackets', instead: `[::]:${open.replace(':', '')}`, safety: 'suggested' };
  if (/^\d{1,5}(?:,\d{1,5})+,?$/.test(written)) return { message: 'list' };
  // In capitals it is one of the environment, which tools fill in before nginx reads the file.
  return /^(?:[\w.*-]{0,255}:)?\$[a-z][a-z_]{0,50}$/.test(written) ? { message: 'variable' } : undefined;
}
