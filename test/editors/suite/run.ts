import 'mocha/mocha.js';

/** Called by the extension host, of the desktop or of the web. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', timeout: 60_000, color: false });
  // In a browser Mocha has no ui of its own accord; without the event there is no `suite` and no `test`.
  mocha.suite.emit('pre-require', globalThis, 'portolan', mocha);
  await import('./suite.ts');
  await import('./lookUp.ts');
  await import('./status.ts');
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
