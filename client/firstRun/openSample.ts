import { commands, type Disposable, languages, Position, Selection, window, workspace } from 'vscode';

/** For whoever has no port file at hand: a compose file to try everything on, which is saved nowhere. */
export function openSample(): Disposable[] {
  return [
    commands.registerCommand('portolan.openSample', async () => {
      const known = await languages.getLanguages();
      const language = known.includes('dockercompose') ? 'dockercompose' : 'yaml';
      const editor = await window.showTextDocument(await workspace.openTextDocument({ language, content: SAMPLE }));
      const line = SAMPLE.split('\n').findIndex(text => text.includes('5432:5432'));
      const place = new Position(line, SAMPLE.split('\n')[line]?.indexOf('5432') ?? 0);
      editor.selection = new Selection(place, place);
    }),
  ];
}

/** With a fault of each kind that people meet first. */
const SAMPLE = `# A sample to try things on. Point at a port, or press F8 for the first problem.
services:
  web:
    image: nginx:1.29
    ports:
      - "8080:80"
    environment:
      DATABASE_URL: postgres://shop:shop@db:5432/shop

  db:
    image: postgres:16
    ports:
      - "5432:5432" # published to everyone who can reach this machine

  cache:
    image: redis:7
    ports:
      - "127.0.0.1:6379:6380" # Redis listens on another port

  admin:
    image: adminer
    ports:
      - "8080:8080" # web has this port already
`;
