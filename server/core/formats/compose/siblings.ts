import { readHostPorts } from '../../ports/read/hostPort.ts';
import type { SettingPort } from '../../ports/read/setting.ts';
import { settingKind, settingWords } from '../../ports/read/settingName.ts';
import { writtenRange } from '../../ports/value.ts';
import type { Mapped } from '../../text/mapped.ts';

/**
 * `SERVICE_PRECONDITION: namenode:9870 datanode:9864`: the name of the setting promises nothing, but what it names are
 * services of the same file.
 */
export function readSiblings(name: string, value: Mapped, services: ReadonlySet<string>): SettingPort[] {
  if (!value.text.includes(':') || settingKind(settingWords(name)) === 'image') return [];
  return readHostPorts(value)
    .filter(port => services.has(port.host ?? '') && !mayBeTag(writtenRange(port.value)?.first))
    .map(port => ({ ...port, role: 'connect', confidence: 'likely' }));
}

/** `redis:7`, `php:84`, `app:1000` and `mssql:2022` are rather an image with its tag or a user with a group. */
function mayBeTag(port: number | undefined): boolean {
  if (port === undefined || (2000 <= port && port < 2100)) return true;
  return port < 1024 && port !== 80 && port !== 443;
}
