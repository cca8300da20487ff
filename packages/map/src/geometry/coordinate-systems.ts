/**
 * Systems a file of boundaries may be in, all in degrees: WGS 84 of satellites, CGCS2000 of Chinese surveys, GCJ-02 of
 * Amap and Tencent, BD-09 of Baidu.
 */
export const COORDINATE_SYSTEMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;

export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];
