/** Where 天地图 answers; `{s}` stands for its servers 0 to 7. */
const TIANDITU_HOST = 'https://t{s}.tianditu.gov.cn';

/** Shown wherever its tiles are. */
const ATTRIBUTION = '底图：天地图';

/** The street map, and its names over it. */
const LAYERS = ['vec', 'cva'] as const;

/**
 * 天地图 as a maplibre style: streets (`vec`) and names (`cva`) on web mercator, by WMTS with a key of the page's own.
 *
 * Source of the addresses: 天地图地图 API 服务, http://lbs.tianditu.gov.cn/server/MapService.html.
 *
 * @param host as {@link TIANDITU_HOST}, or a server of one's own that passes requests on
 */
export function makeTiandituStyle(key: string, host: string = TIANDITU_HOST): object {
  const base = host.replace(/\/+$/, '');
  const servers = base.includes('{s}')
    ? Array.from({ length: 8 }, (_, index) => base.replaceAll('{s}', String(index)))
    : [base];
  const query = (layer: string): string =>
    `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  return {
    version: 8,
    sources: Object.fromEntries(
      LAYERS.map((layer) => [
        layer,
        {
          type: 'raster',
          tiles: servers.map((server) => `${server}/${layer}_w/wmts?${query(layer)}`),
          tileSize: 256,
          minzoom: 1,
          maxzoom: 18,
          attribution: ATTRIBUTION,
        },
      ]),
    ),
    layers: LAYERS.map((layer) => ({ id: layer, type: 'raster', source: layer })),
  };
}
