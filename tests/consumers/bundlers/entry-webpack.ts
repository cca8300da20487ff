// With webpack a consumer says where maplibre's worker is; webpack copies the file it names.
import '@guatu/map/define/all';
import { configureMap } from '@guatu/map';

configureMap({ workerUrl: new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url) });
