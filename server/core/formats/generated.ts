import { globTest } from '../text/glob.ts';

/** True for files that a tool writes for itself: what stands there is nobody's choice. Lock files, states, source maps. */
export const isGenerated: (path: string) => boolean = globTest([
  '{package-lock,npm-shrinkwrap,packages.lock,project.assets,.terraform.lock}.json',
  '{composer,flake,deno,bun,symfony}.lock',
  'pnpm-lock.yaml',
  '{Cargo,poetry,uv,pdm,Pipfile}.lock',
  '*.{js,css}.map',
  '*.min.{js,json}',
  '*.tfstate',
  '*.tfstate.backup',
]);
