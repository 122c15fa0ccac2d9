/**
 * All that a host may call. A host keeps one workspace, tells it of texts, and asks questions of its snapshots; the core
 * does no I/O, knows no protocol and never throws on what a file holds.
 */

export type { DocumentFacts } from './facts/document.ts';
export type { Edit, Finding, Fix, Place, Severity } from './facts/finding.ts';
export { isLevel, type Level, reaches, SEVERITIES } from './facts/level.ts';
export type { ProjectFile } from './facts/projectFile.ts';
export { type PortAction, portActions } from './features/actions/portActions.ts';
export { applyEdits } from './features/applyEdits.ts';
export { type Completion, completion, completionHover } from './features/completion/completion.ts';
export { type Explanation, explain } from './features/explain.ts';
export { type ExplainedPort, explainPort } from './features/explainPort.ts';
export { type FreePortsQuery, freePorts } from './features/freePorts.ts';
export type { HoverOptions } from './features/hover/subject.ts';
export { type Hover, hover } from './features/hover.ts';
export { type InlayHint, inlayHints, inlayHintTooltip } from './features/inlayHints.ts';
export { type BoundSocket, type KnownListener, knownListeners } from './features/listeners.ts';
export { markdownPage, textPage } from './features/page/page.ts';
export { type WorkspacePlace, workspacePlaces } from './features/page/places.ts';
export { filtered } from './features/portMap/filter.ts';
export type { MapNames } from './features/portMap/mapNames.ts';
export type { MapPlace } from './features/portMap/mapPlace.ts';
export { createMapReader } from './features/portMap/mapReader.ts';
export { childrenOf, type Grouping, type MapNode, mapTree } from './features/portMap/mapTree.ts';
export { type Mark, type PortMap, portMap } from './features/portMap/portMap.ts';
export { type MapFormat, renderMap } from './features/portMap/renderMap.ts';
export { createWho } from './features/portMap/who.ts';
export { commentRows, type PortRow, portRows } from './features/portRows.ts';
export type { ProjectChange } from './features/projectEntry.ts';
export { type PortReference, portReferences } from './features/references.ts';
export { prepareRename, type Refusal, type RenameEdit, type RenamePlace, renamePort } from './features/rename.ts';
export { suppressionEdit } from './features/suppressionEdit.ts';
export { switchOffInProject } from './features/switchOffInProject.ts';
export { readCommented } from './formats/commented.ts';
export { isGenerated } from './formats/generated.ts';
export { readProjectFile } from './formats/portolan.ts';
export { readDocument } from './formats/read.ts';
export { createRecogniser, FORMATS, LARGEST_UNKNOWN, type ProjectOf, type Recogniser } from './formats/recognise.ts';
export { writtenRange } from './ports/value.ts';
export { RULES } from './rules/all.ts';
export { findingsOf } from './rules/run.ts';
export { DEFAULT_SETTINGS, type RuleSettings } from './rules/settings.ts';
export { readJson } from './syntax/json.ts';
export type { Node } from './syntax/tree.ts';
export { globTest } from './text/glob.ts';
export { type Lines, linesOf, type Position } from './text/lines.ts';
export { lowerBound } from './text/lowerBound.ts';
export { onceEach } from './text/onceEach.ts';
export { basename, dirname, isInside, normalize, relativePath, resolvePath } from './text/path.ts';
export type { Span } from './text/span.ts';
export { UNPRINTABLE } from './text/unprintable.ts';
export type { PortMember, SamePort } from './workspace/identity/samePort.ts';
export { type ProjectRoot, projectRootOf } from './workspace/projectSettings.ts';
export { SKIPPED_FOLDERS } from './workspace/skippedFolders.ts';
export type { Snapshot } from './workspace/snapshot.ts';
export { createWorkspace, type Wanted, type Workspace } from './workspace/workspace.ts';
