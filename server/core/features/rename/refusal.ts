/** Why something is not renamed and what to do instead, for people. */
export interface Refusal {
  readonly refused: string;
}
