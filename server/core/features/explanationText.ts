import type { ExplainedPort } from './explain.ts';

/** The port page in Markdown. */
export declare function explanationMarkdown(port: ExplainedPort): string;
/** The port page for a terminal, without control characters. */
export declare function explanationText(port: ExplainedPort): string;
