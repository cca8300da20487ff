export { Board } from './board/board-store.js';
export type { BoardListener, BoardOptions, BoardPart } from './board/board-store.js';
export { levelDrawn, NO_FILTER, VIEWS } from './board/board.js';
export type {
  BoardBytes,
  BoardRows,
  BoardSnapshot,
  BoardSource,
  BoardSources,
  BoardState,
  BoardStatus,
  LevelsMode,
} from './board/board.js';
export type { Filter, ShapeChoice, TileShape, View } from './scene/view.js';
export { BOARD_FIELDS } from './board/fields.js';
export type { BoardField, PictureEffect } from './board/fields.js';
export type { FieldKind } from './board/field-kinds.js';
export { readStateHash, writeStateHash } from './board/state-hash.js';
export type { HashCamera, HashOptions, ReadHash } from './board/state-hash.js';
export { checkPublication } from './board/check-publication.js';
export type { Publication } from './board/check-publication.js';
export { findStop, labelStop } from './board/stop.js';
export type { Stop } from './board/stop.js';
export { sortAddresses } from './board/load-files.js';
export type { FetchBytes, FetchedBytes, FetchedText, FetchText } from './board/load-files.js';
export { GuatuCard } from './components/card/card.js';
export { GuatuDiagnostics } from './components/diagnostics/diagnostics.js';
export { GuatuFigures } from './components/figures/figures.js';
export { GuatuLegend } from './components/legend/legend.js';
export { GuatuMap } from './components/map/map.js';
export type { TipFunction, TipSubject } from './components/map/own-tip.js';
export type { RendererChoice } from './components/map/renderer-pair.js';
export { GuatuTable } from './components/table/table.js';
export { GuatuTargets } from './components/targets/targets.js';
export { GuatuTimeline } from './components/timeline/timeline.js';
export * from './events/index.js';
export { createBoard } from './internal/create-board.js';
export type { AreaPlace, AreaShapes, JoinReport, UnjoinedShape } from './geometry/area-shapes.js';
export { VERSION } from './internal/version.js';
export type { MapCamera } from './renderers/camera.js';
export { configureMap, readMapConfiguration } from './renderers/configure-map.js';
export type { MapConfiguration } from './renderers/configure-map.js';
export { TEXT_SIZES } from './scale/text-size.js';
export type { TextSize } from './scale/text-size.js';
export { THEME_NAMES, THEMES } from './scale/themes.js';
export type { Theme, ThemeName } from './scale/themes.js';
