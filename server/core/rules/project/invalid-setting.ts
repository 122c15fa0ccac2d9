import type { DocumentFacts } from '../../facts/document.ts';
import { SEVERITIES } from '../../facts/level.ts';
import type { ProjectFile, SettingProblem, SettingProblemKind } from '../../facts/projectFile.ts';
import { FORMAT_IDS } from '../../workspace/formatIds.ts';
import { defineRule, type RawFinding, type Rule } from '../rule.ts';
import { nearestIn } from './nearestName.ts';

type Message = SettingProblemKind | 'syntax' | 'format' | 'formatNear' | 'keyNear' | 'levelNear';

export const invalidSetting: Rule<Message> = defineRule({
  id: 'invalid-setting',
  summary: 'A setting of portolan.json that cannot be understood',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    syntax: 'This is no JSON, so it may not be read as it was meant: {problem}',
    root: 'A project file is one object, so this is not read: put all settings between one pair of braces',
    key: 'There is no setting `{name}`, so it is not read: use rules, ignore, files, keys, nodePortRange or ports',
    keyNear: 'There is no setting `{name}`, so it is not read: write `{near}`',
    object: '`{name}` must be an object, so it is not read: write `"{name}": { … }`',
    list: '`{name}` must be a list of texts, so it is not read: write `"{name}": ["…"]`',
    text: 'What stands under `{name}` must be a text in quotes, so it is not read: write one',
    level: 'The level of `{name}` is not read, as there is no such level: use error, warning, info, hint or off',
    levelNear: '`{value}` is no level, so that of `{name}` is not read: write `{near}`',
    word: '`{value}` can be no word of a name, so it never counts: use letters and digits alone',
    range: 'This is no range of node ports, so the usual one counts: write two ports as in `"30000-32767"`',
    number: '`{value}` is neither a port nor a range, so it plans nothing: use numbers from 1 to 65535',
    reversed: '`{value}` ends before it begins, so it plans nothing: write the smaller number first',
    planned: 'What is planned for {port} must be a text or an object, so it is not read: name an owner or write a note',
    plannedKey: 'An entry of the plan has no `{name}`, so it is not read: use owner and note',
    twice: '{name} is planned twice, and programs that read JSON take only one of the two: join them',
    format:
      'There is no format `{id}`, so these files are told by their name and content: take an id of docs/formats.md',
    formatNear: 'There is no format `{id}`, so these files are told by their name and content: write `{near}`',
  },
  *check({ facts }) {
    const { projectFile, path } = facts;
    if (!projectFile) return;
    for (const { span, message } of facts.syntaxErrors)
      yield { at: { path, span }, message: 'syntax', data: { problem: lowered(message) } };
    const nearest = { key: nearestIn(SETTINGS), level: nearestIn([...SEVERITIES, 'off']) };
    for (const problem of projectFile.problems) yield ofProblem(facts, problem, nearest);
    yield* unknownFormats(facts, projectFile);
  },
});

function ofProblem(
  { path, text }: DocumentFacts,
  { message, span, data }: SettingProblem,
  nearest: Readonly<Record<'key' | 'level', (name: string) => string | undefined>>,
): RawFinding<Message> {
  const at = { path, span };
  if (message !== 'key' && message !== 'level') return { at, message, data };
  const value = text.slice(span.start, Math.min(span.end, span.start + LONGEST_NAME));
  const near = nearest[message](value);
  if (near === undefined) return { at, message, data };
  return { at, message: `${message}Near`, data: { ...data, value, near }, fixes: [rename(at, near)] };
}

/** Whatever is longer is no misspelling. */
const LONGEST_NAME = 40;

const SETTINGS: readonly string[] = ['rules', 'ignore', 'files', 'keys', 'nodePortRange', 'ports'];

function* unknownFormats({ path }: DocumentFacts, { bindings }: ProjectFile): Iterable<RawFinding<Message>> {
  const nearest = nearestIn(FORMAT_IDS);
  for (const { format: id, span } of bindings) {
    if (FORMAT_IDS.includes(id)) continue;
    const at = { path, span };
    const near = nearest(id);
    yield near === undefined
      ? { at, message: 'format', data: { id } }
      : { at, message: 'formatNear', data: { id, near }, fixes: [rename(at, near)] };
  }
}

function rename(at: RawFinding['at'], near: string): NonNullable<RawFinding['fixes']>[number] {
  return { title: `Replace by ${near}`, safety: 'suggested', edits: [{ ...at, newText: near }] };
}

/** It goes on behind a colon. */
function lowered(message: string): string {
  return `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
}
