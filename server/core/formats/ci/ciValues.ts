import type { Reader } from '../tree/place.ts';
import { keySet } from '../values/keySet.ts';
import { scripts } from '../values/scripts.ts';

/** The values of a CI file: `script` and its kin for a shell, conditions and names for people, and settings. */
export function ciValues(moreCommands = ''): Reader {
  return scripts({ commands: new Set([...COMMANDS, ...keySet(moreCommands)]), silent: SILENT });
}

const COMMANDS = keySet(`
  script scripts before_script after_script before-script after-script command commands cmd cmds run bash pwsh powershell
  inlineScript sh ps install init before_install before_deploy after_deploy after_success after_failure before_cache
  build_script test_script deploy_script install_script before_build before_test after_build after_test on_start
  on_success on_failure on_finish prologue epilogue prebuild predeploy startCommand buildCommand installCommand
  preDeployCommand dockerCommand initialDeployHook run_command build_command entrypoint post-deploy predeploy`);

const SILENT = keySet(`
  name displayName description desc summary label title if when only except rules condition expression key
  image_name timeout expire_in regex pattern matches msg message vmImage demands schedule cron stages uses`);
