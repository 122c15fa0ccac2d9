import type { Registry } from '../../../registry/registry.ts';
import type { Finding } from '../facts/finding.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { RuleSettings } from './settings.ts';

/** What all rules say of one document, worded, in the order of places. */
export declare function findingsOf(snapshot: Snapshot, registry: Registry, path: string, settings: RuleSettings): readonly Finding[];
