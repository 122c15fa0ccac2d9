import type { Files } from '../../server/lsp/files/files.ts';

/** Files by their URI; a test changes them as it likes. */
export interface MemoryFiles extends Files {
  readonly texts: Map<string, string>;
  /** URIs that a `.gitignore` would hide. */
  readonly hidden: Set<string>;
  /** URIs in the order in which they were read. */
  readonly reads: string[];
  /** Holds back every read until it is called off. */
  hold(): () => void;
}

export function memoryFiles(texts: Readonly<Record<string, string>> = {}): MemoryFiles {
  const files = new Map(Object.entries(texts));
  const hidden = new Set<string>();
  const reads: string[] = [];
  let held: Promise<void> = Promise.resolve();
  return {
    texts: files,
    hidden,
    reads,
    hold() {
      let release = (): void => undefined;
      held = new Promise(resolve => {
        release = resolve;
      });
      return release;
    },
    async *find(folder) {
      for (const uri of [...files.keys()]) if (uri.startsWith(`${folder}/`) && !hidden.has(uri)) yield uri;
    },
    hides: async (_folder, uri) => hidden.has(uri),
    async read(uri) {
      // A project file is looked for in every folder, and most have none.
      if (uri.endsWith('/portolan.json') && !files.has(uri)) return undefined;
      reads.push(uri);
      await held;
      return files.get(uri);
    },
  };
}
