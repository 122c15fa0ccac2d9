import { at, type Place } from '../tree/place.ts';
import { environment } from '../values/environment.ts';
import { nothing } from '../values/nothing.ts';
import { port } from '../values/port.ts';
import { portKeys } from '../values/portKeys.ts';
import { TCP } from '../values/transports.ts';

/** The settings of VS Code and its extensions, which also stand in workspaces and dev containers below `prefix`. */
export function settingPlaces(prefix = ''): readonly Place[] {
  return [
    at(`${prefix}remote.portsAttributes`, portKeys()),
    at(`${prefix}liveServer.settings.port`, port('listen', TCP)),
    at(`${prefix}{sqltools,mssql,pgsql,vscode-postgres}.connections.*.port`, port('connect', TCP)),
    at(`${prefix}terminal.integrated.env.*`, environment()),
    at(`${prefix}rest-client.environmentVariables.*.port`, port('connect', TCP)),
    at(`${prefix}{cSpell,editor,workbench,files,search,window,git,prettier,eslint,explorer}`, nothing()),
  ];
}
