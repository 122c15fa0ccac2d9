import type { Connection } from 'vscode-languageserver';
import { READ_ON, STATUS, STOP_READING, type StatusParams } from '../../protocol.ts';
import type { After } from '../after.ts';
import type { Model } from '../model.ts';
import type { Cancel } from './files.ts';

/** What the server is at, told to clients that show it. */
export interface Status {
  /** Runs a scan, which tells of each file and whether it came to its end; the user may stop it. */
  during(isWhole: boolean, scan: (stopped: Cancel, onRead: () => void) => Promise<boolean>): Promise<void>;
  /** What is known has changed. */
  changed(): void;
}

export interface StatusOptions {
  readonly connection: Connection;
  readonly model: Model;
  readonly after: After;
  readonly cancel: Cancel;
  /** False for clients that do not show it: they are told nothing. */
  readonly isShown: boolean;
  /** The user wants the rest after all. */
  readOn(): void;
}

export function createStatus({ connection, model, after, cancel, isShown, readOn }: StatusOptions): Status {
  const scans = new Set<{ isCancellationRequested: boolean }>();
  let read = 0;
  let isPartial = false;
  let isWaiting = false;
  let last = '';
  const now = (): StatusParams =>
    scans.size > 0
      ? { state: 'reading', files: read, isPartial: false }
      : { state: 'ready', files: filesWithPorts(model), isPartial };
  const send = (): void => {
    if (!isShown || cancel.isCancellationRequested) return;
    const status = now();
    const text = JSON.stringify(status);
    if (text === last) return;
    last = text;
    void connection.sendNotification(STATUS, status);
  };
  const sendSoon = (): void => {
    if (isWaiting || !isShown) return;
    isWaiting = true;
    after(BETWEEN, () => {
      isWaiting = false;
      send();
    });
  };
  connection.onNotification(STOP_READING, () => {
    for (const scan of scans) scan.isCancellationRequested = true;
  });
  connection.onNotification(READ_ON, readOn);
  return {
    async during(isWhole, scan) {
      const stopped = { isCancellationRequested: false };
      if (scans.size === 0) read = 0;
      scans.add(stopped);
      send();
      try {
        const isComplete = await scan(stopped, () => {
          read++;
          sendSoon();
        });
        if (!isComplete) isPartial = true;
        else if (isWhole) isPartial = false;
      } finally {
        scans.delete(stopped);
        send();
      }
    },
    changed: send,
  };
}

function filesWithPorts(model: Model): number {
  let files = 0;
  for (const { occurrences } of model.snapshot().documents()) if (occurrences.length > 0) files++;
  return files;
}

/** In milliseconds: what changes faster than this nobody reads. */
const BETWEEN = 250;
