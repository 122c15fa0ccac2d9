import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { openPlace, placeName } from '../views/place.ts';
import { addressWords, listenerName, processWords } from './listenerText.ts';
import type { Row } from './listeningTree.ts';

/** A row as the editor draws it. */
export function rowItem(row: Row): TreeItem {
  switch (row.kind) {
    case 'group':
      return groupItem(row);
    case 'listener':
      return listenerItem(row);
    case 'place':
      return placeItem(row);
  }
}

function groupItem({ id, label, rows }: Extract<Row, { kind: 'group' }>): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = `${rows.length}`;
  item.contextValue = 'group';
  return item;
}

function listenerItem({ listener, rows }: Extract<Row, { kind: 'listener' }>): TreeItem {
  const { port, protocol, addresses, process, knownAs } = listener;
  const hasPlaces = rows.length > 0;
  const item = new TreeItem(
    listenerName(listener),
    hasPlaces ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  item.id = `${port}/${protocol} ${addresses.join(' ')} ${process?.pid}`;
  item.description = [processWords(listener), addressWords(addresses)].join(' · ');
  const lines = [
    l10n.t('{0} is taken by {1}', item.id.split(' ')[0] ?? '', processWords(listener)),
    l10n.t('Bound to {0}', addresses.join(', ')),
    ...(knownAs === undefined ? [] : [l10n.t('Most likely {0}', knownAs)]),
    ...listener.places.map(({ says, location }) => `${says} (${placeName(location)})`),
  ];
  item.tooltip = lines.join('\n');
  item.accessibilityInformation = { label: lines.join('. ') };
  item.contextValue = 'listener paged';
  item.iconPath = new ThemeIcon('radio-tower', hasPlaces ? new ThemeColor('charts.green') : undefined);
  return item;
}

function placeItem({ says, location }: Extract<Row, { kind: 'place' }>): TreeItem {
  const item = new TreeItem(says);
  item.description = placeName(location);
  item.tooltip = `${says}\n${placeName(location)}`;
  item.accessibilityInformation = { label: `${says}. ${placeName(location)}` };
  item.contextValue = 'place paged';
  item.iconPath = new ThemeIcon('go-to-file');
  item.command = openPlace(location);
  return item;
}
