import { asProtocol, type Protocols } from '../../../../registry/port.ts';
import { readAddress } from '../../ports/address.ts';
import { type Confidence, occurrenceOf, type PortOccurrence, type PortRole } from '../../ports/occurrence.ts';
import { listItems } from '../../ports/read/hostPort.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf, type PortText } from '../../ports/value.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { scalars } from './scalars.ts';

/** What the place says of a port that is only a number. */
export interface PortOptions {
  /** What the port speaks where nothing says so; undefined where the place does not tell. */
  readonly protocols?: Protocols;
  /** The key beside it that names the transport: `protocol: UDP`. Other words than transports are passed over. */
  readonly protocolKey?: string;
  /** The key beside it with the address that it binds, or the host that it is dialled at. */
  readonly addressKey?: string;
  /** How the ends of a range are joined; `-` by default, undefined where there are no ranges. */
  readonly range?: '-' | ':' | '..' | undefined;
  readonly confidence?: Confidence;
  /** The map around holds both sides of a mapping: what is published, and its target. */
  readonly isSide?: boolean;
}

/**
 * A port number, a range, several behind commas or blanks, each perhaps with its protocol (`53/udp`), or a list of these.
 * A name (`http`) and an expression are kept as such. -1 and words that are no names are passed over.
 */
export function port(role: PortRole, options: PortOptions = {}): Reader {
  const { protocols } = options;
  return {
    what: `port (${role}${protocols ? `, ${protocols.join(' and ')}` : ''})`,
    ofTexts: true,
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { from, to } of listItems(text.text)) readOne(scalar, text, from, to, role, options, at);
      }
    },
  };
}

function readOne(
  scalar: Scalar,
  text: Mapped,
  from: number,
  to: number,
  role: PortRole,
  { protocols, protocolKey, addressKey, range = '-', confidence = 'certain', isSide = false }: PortOptions,
  at: At,
): void {
  const slash = text.text.slice(from, to).indexOf('/');
  const end = slash < 0 ? to : from + slash;
  const found = readPort(text, from, end, range);
  if (!isPort(found, text.text.slice(from, end))) return;
  const beside = protocolKey === undefined ? undefined : at.sibling(protocolKey);
  const named = asProtocol(end < to ? text.text.slice(end + 1, to) : (beside?.text ?? ''));
  const place = addressKey === undefined ? undefined : at.sibling(addressKey);
  const { namespace, owner } = at.scope;
  const written = place && at.text(place).text;
  // Of several addresses none is the one.
  const address = written === undefined || /[,\s\uFFFC]/.test(written) ? undefined : written;
  const binds = role === 'listen' || role === 'publish';
  at.addOccurrence(
    occurrenceOf(found, {
      token: scalar.inner,
      role,
      namespace: binds || !address ? namespace : { kind: 'remote', id: address },
      protocols: named ? [named] : protocols,
      binding:
        binds && place && written !== undefined
          ? { address: address === undefined ? { kind: 'unknown' } : readAddress(address), span: place.inner }
          : undefined,
      host: binds ? undefined : address,
      owner,
      mapping: isSide ? mappingAround(role, at) : undefined,
      path: at.path,
      confidence,
    }),
  );
}

/** In a program, a map has the span of all of it, so its first value gives the id. */
function mappingAround(role: PortRole, { parents }: At): PortOccurrence['mapping'] {
  const around = parents.at(-1);
  const first = around?.kind === 'map' ? around.entries[0]?.value : undefined;
  return first && (role === 'publish' || role === 'target') ? { id: first.span.start, side: role } : undefined;
}

/** Numbers, also impossible ones; -1 mostly means off, and a word is a name or a switch of the software's own. */
function isPort({ value }: PortText, written: string): boolean {
  const reason = faultOf(value)?.reason;
  if (reason === 'malformed') return false;
  if (reason === 'out-of-range') return !written.startsWith('-') && written.length <= 11;
  return value.kind !== 'variable' || value.fallback !== undefined || written === UNKNOWN;
}
