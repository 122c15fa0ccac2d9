import { ConfigurationTarget, commands, type Disposable, workspace } from 'vscode';

/** The hints are off until somebody wants them: the list of commands is where people look for them. */
export function toggleInlayHints(): Disposable[] {
  return [
    commands.registerCommand('portolan.toggleInlayHints', async () => {
      const settings = workspace.getConfiguration('portolan');
      const inWorkspace = settings.inspect('inlayHints')?.workspaceValue !== undefined;
      const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
      await settings.update('inlayHints', !settings.get<boolean>('inlayHints', false), target);
    }),
  ];
}
