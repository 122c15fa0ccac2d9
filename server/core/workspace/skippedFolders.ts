/** Never entered: other people's files, or a tool's own. A folder named on the command line is entered all the same. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.venv',
  '__pycache__',
  '.terraform',
]);
