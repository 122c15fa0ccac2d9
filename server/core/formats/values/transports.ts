import type { Protocols } from '../../../../registry/port.ts';

/** Of a place whose ports speak TCP where they say nothing else. */
export const TCP: { readonly protocols: Protocols } = { protocols: ['tcp'] };

/** The same of UDP. */
export const UDP: { readonly protocols: Protocols } = { protocols: ['udp'] };
