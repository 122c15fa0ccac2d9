/** The machine that the server runs on, asked only when a user asks. */
export interface Machine {
  /** What listens on it now; whose it is takes longer. Rejects, in words for people, where nothing at all can be learnt. */
  listening(withProcesses: boolean): Promise<Sockets>;
}

export interface Sockets {
  readonly sockets: readonly Socket[];
  /** Numbers that the system keeps from everybody; not asked for together with processes. */
  readonly heldBack?: readonly { readonly first: number; readonly last: number }[];
  /** What could not be learnt, for people. */
  readonly notes: readonly string[];
}

/** One socket that waits for others to begin: a listening one of TCP, or an unconnected one of UDP. */
export interface Socket {
  readonly protocol: 'tcp' | 'udp';
  /** As it is bound, in the usual text form, without brackets: `0.0.0.0`, `::1`. */
  readonly address: string;
  readonly port: number;
  /** Where the system tells. */
  readonly process?: { readonly name: string; readonly pid: number };
}
