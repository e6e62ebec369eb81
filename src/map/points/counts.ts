/** Places gathered into counts, until they stand alone. */
import { ScatterplotLayer, TextLayer } from '@deck.gl/layers'
import { shownSites } from '../scene.ts'
import { type Gathered, gather } from './gather.ts'
import { FLAT, pointPart } from './point-part.ts'

const INK: [number, number, number] = [32, 44, 54]

export const COUNTS = pointPart({
  id: 'counts',
  needs: ({ overview, board, view, overlay, gathered, dark, scale }) => ({
    overview,
    overdue: board.sites.overdue,
    sitesShown: view.sitesShown && gathered !== null && !view.heat && overlay?.quiet !== true,
    hiddenKinds: view.hiddenKinds,
    office: view.office,
    gathered,
    dark,
    scale,
  }),
  draw: ({ overview, overdue, gathered, dark, scale, ...filter }, place) => {
    const labels = overview.areas.map(({ label: [lon, lat], shortName }) => ({
      lon,
      lat,
      halfWidth: (16 + 8 * Math.max(3, shortName.length)) * scale,
      halfHeight: 32 * scale,
    }))
    const { lon, lat } = overview.sites
    const groups =
      gathered === null
        ? []
        : gather(shownSites(overview, filter), lon, lat, overdue, gathered, 74 * scale, labels)
    const same = { ...FLAT, ...place, data: groups, visible: filter.sitesShown }
    return [
      new ScatterplotLayer<Gathered>({
        ...same,
        id: 'counts',
        pickable: true,
        getPosition: (g) => [g.lon, g.lat],
        getRadius: (g) => (6.4 + 1.8 * Math.log2(g.count)) * scale,
        radiusUnits: 'pixels',
        lineWidthUnits: 'pixels',
        stroked: true,
        getFillColor: dark ? [28, 34, 39, 215] : [255, 255, 255, 214],
        getLineColor: (g) =>
          g.overdue > 0 ? [200, 30, 58, 235] : dark ? [120, 130, 138, 150] : [70, 84, 94, 96],
        getLineWidth: (g) => (g.overdue > 0 ? 2 : 1) * scale,
      }),
      new TextLayer<Gathered>({
        ...same,
        id: 'count-figures',
        getPosition: (g) => [g.lon, g.lat],
        getText: (g) => String(g.count),
        getSize: 10.5 * scale,
        getColor: dark ? [225, 230, 234, 255] : [...INK, 255],
        fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
        fontWeight: 600,
        fontSettings: { fontSize: 64, sdf: false },
        characterSet: '0123456789',
      }),
    ]
  },
})
