import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { PortMapNode } from '../../server/protocol.ts';
import { openPlace, uriOf } from '../views/place.ts';

/** A row as the editor draws it. The server puts what is wrong into words, too: icons and colours not everybody sees. */
export function rowItem(node: PortMapNode, isOpen: boolean): TreeItem {
  const { id, kind, label, description, tooltip, location, port } = node;
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(label, !node.hasChildren ? None : isOpen ? Expanded : Collapsed);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = iconOf(node);
  item.contextValue = [kind, location && 'located', port !== undefined && 'paged'].filter(Boolean).join(' ');
  item.accessibilityInformation = { label: spoken(label, tooltip) };
  // Files get their icon and decorations by it.
  if (kind === 'file' && location) item.resourceUri = uriOf(location);
  // Projects, services and files open and close with a click, as in the search view.
  if (location && (kind === 'port' || kind === 'place')) item.command = openPlace(location);
  return item;
}

/** The tooltip tells all but, at times, what the row itself says. */
function spoken(label: string, tooltip: string): string {
  const lines = tooltip.split('\n').filter(line => line.trim() !== '');
  return (tooltip.startsWith(label) ? lines : [label, ...lines]).join('. ');
}

const KIND_ICONS: Readonly<Record<PortMapNode['kind'], ThemeIcon>> = {
  project: ThemeIcon.Folder,
  port: new ThemeIcon('plug'),
  service: new ThemeIcon('server-process'),
  file: ThemeIcon.File,
  place: new ThemeIcon('symbol-number'),
};

function iconOf({ kind, severity, isContested }: PortMapNode): ThemeIcon {
  // The icon of a file tells its type, and its colour tells its problems.
  if (kind === 'file') return KIND_ICONS.file;
  if (isContested) return new ThemeIcon('warning', new ThemeColor('list.errorForeground'));
  switch (severity) {
    case 'error':
      return new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
    case 'info':
      return new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground'));
    default:
      return KIND_ICONS[kind];
  }
}
