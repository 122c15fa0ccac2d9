import type { PortRole } from '../../ports/occurrence.ts';
import { readHostPort } from '../../ports/read/hostPort.ts';
import { readPort } from '../../ports/read/port.ts';
import { readUrls } from '../../ports/read/url.ts';
import type { Scalar } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from '../values/scalars.ts';

/**
 * The words of a rule: ports that `dst_port` is compared with, hosts with a port that `hdr(host)` is, headers such as
 * `X-Forwarded-Port 443`, and URLs.
 */
export function expression(): Reader {
  return {
    what: 'ports that are compared (label), told (advertise), and URLs',
    read(node, at) {
      let subject: 'port' | 'host' | 'header' | undefined;
      for (const word of scalars(node)) {
        const written = word.text;
        if (PORT_FETCH.test(written)) subject = 'port';
        else if (HOST_FETCH.test(written)) subject = 'host';
        else if (PORT_HEADER.test(written)) subject = 'header';
        else if (written === '}' || written === 'if' || written === 'unless') subject = undefined;
        else if (!NO_VALUE.test(written) || subject === undefined) readValue(word, subject, at);
      }
    },
  };
}

const PORT_FETCH = /^(?:dst_port|fc_dst_port|bc_dst_port|src_port|(?:req\.)?hdr\(x-forwarded-port\))/i;
const HOST_FETCH = /^(?:req\.)?hdr(?:_\w+)?\(host/i;
const PORT_HEADER = /^(?:set-dst-port|x-forwarded-port)$/i;
const NO_VALUE = /^(?:-\w+|eq|ne|lt|gt|le|ge|int|str)$/;

function readValue(word: Scalar, subject: 'port' | 'host' | 'header' | undefined, at: At): void {
  const text = at.text(word);
  const urls = readUrls(text);
  for (const port of urls) at.add({ ...port, role: 'advertise', confidence: 'likely' }, word.inner);
  if (urls.length > 0 || subject === undefined) return;
  if (subject === 'host') {
    const found = readHostPort(text, { from: 0, to: text.text.length });
    if (found) at.add({ ...found, protocols: ['tcp'], role: 'label', confidence: 'certain' }, word.inner);
    return;
  }
  addNumber(word, text, subject === 'port' ? 'label' : 'advertise', at);
}

/** `443`, `1024:65535`, `int(443)` and `str(443)`. */
function addNumber(word: Scalar, text: Mapped, role: PortRole, at: At): void {
  const found = /^(?:(?:int|str)\()?(?<port>\d{1,5}(?::\d{1,5})?)(?=\)?,?$)/d.exec(text.text)?.indices?.groups?.port;
  if (!found) return;
  const port = readPort(text, found[0], found[1], ':');
  at.add({ ...port, role, protocols: ['tcp'], confidence: 'certain' }, word.inner);
}
