import { workspace } from 'vscode';
import { markdownText } from '../views/markdownText.ts';
import { placeName, uriOf } from '../views/place.ts';
import type { Row } from './portMapTree.ts';

/** A row and what is below it as a list, with links that are right in a file at the workspace's root. */
export async function rowMarkdown(row: Row, below: (row: Row) => Promise<readonly Row[]>): Promise<string> {
  return (await lines(row, below, '')).join('\n');
}

async function lines(row: Row, below: (row: Row) => Promise<readonly Row[]>, indent: string): Promise<string[]> {
  const children = row.node.hasChildren ? await below(row) : [];
  const nested = await Promise.all(children.map(child => lines(child, below, `${indent}  `)));
  return [`${indent}- ${line(row)}`, ...nested.flat()];
}

function line({ node: { label, description, location, kind } }: Row): string {
  const name = kind === 'port' ? `**${markdownText(label)}**` : markdownText(label);
  const link = kind === 'place' && location ? ` ([${markdownText(placeName(location))}](<${target(location)}>))` : '';
  return `${name}${description && ` ${markdownText(description)}`}${link}`;
}

function target(location: NonNullable<Row['node']['location']>): string {
  const path = workspace.asRelativePath(uriOf(location)).split('/').map(encodeURIComponent).join('/');
  return `${path}#L${location.range.start.line + 1}`;
}
