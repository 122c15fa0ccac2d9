import { type Command, l10n, Range, Uri, workspace } from 'vscode';
import type { PlaceInFile } from '../../server/protocol.ts';

/** Opens as the explorer does: a click keeps the focus in the view, a double click pins, Enter goes there. */
export function openPlace(place: PlaceInFile): Command {
  // The editor's own command alone is told whether it was a click, a double click or a key.
  return {
    command: 'vscode.open',
    title: l10n.t('Open the Place'),
    arguments: [uriOf(place), { selection: rangeOf(place) }],
  };
}

/** `deploy/compose.yaml:12`, with the workspace folder's name where there are several. */
export function placeName(place: PlaceInFile): string {
  return `${workspace.asRelativePath(uriOf(place))}:${place.range.start.line + 1}`;
}

export function uriOf({ uri }: PlaceInFile): Uri {
  return Uri.parse(uri);
}

export function rangeOf({ range: { start, end } }: PlaceInFile): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
