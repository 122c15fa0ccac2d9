import type { DocumentFacts, Finding } from '../core/analysis.ts';
import type { Output } from './io.ts';

/** What a check found, for a reporter. */
export interface Report {
  /** Only files with findings that are shown; in the order in which they were met. */
  readonly files: readonly CheckedFile[];
  /** How many files were looked at. */
  readonly checked: number;
  /** Set by `--fix`. */
  readonly fixed: number;
  /** How many findings a baseline kept back. */
  readonly accepted: number;
  readonly skipped: readonly SkippedFile[];
}

/** A file that was not read. */
export interface SkippedFile {
  readonly shown: string;
  readonly reason: string;
  /** It was asked for by name, which makes it an error. */
  readonly given: boolean;
}

export interface CheckedFile {
  readonly shown: string;
  /** Its path from the root of the repository. */
  readonly fromRoot: string;
  readonly facts: DocumentFacts;
  readonly findings: readonly Finding[];
  /** Any document of the same project: a related place may lie in a file that is not reported. */
  other(path: string): OtherFile | undefined;
}

export interface OtherFile {
  readonly shown: string;
  readonly facts: DocumentFacts;
}

/** Prints a report. */
export type Reporter = (report: Report, output: Output, settings: ReporterSettings) => void;

export interface ReporterSettings {
  readonly colours: boolean;
  readonly version: string;
}
