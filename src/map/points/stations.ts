/** Where water is sampled, in the colour of the station's grade. */
import { ScatterplotLayer } from '@deck.gl/layers'
import type { Board } from '../../engine/contract/board.ts'
import { isInScope, officeScope } from '../../model/scope.ts'
import { waterColour } from '../../view/colours.ts'
import { isQuiet } from '../../view/overlay.ts'
import { FLAT, NONE, pointPart } from './point-part.ts'

type Station = Board['waters'][number]['stations'][number]

export interface StationMark extends Pick<Station, 'lon' | 'lat' | 'name' | 'grade'> {
  /** id of the water body */
  water: string
}

const rgb = (hex: string): [number, number, number] =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]

export const STATIONS = pointPart({
  id: 'stations',
  needs: ({ overview, board, view, overlay, alone, scale }) => {
    const visible = view.watersShown && alone && !isQuiet(overlay)
    return {
      standard: overview.standard,
      areas: visible ? overview.areas : NONE,
      office: view.office,
      waters: visible ? board.waters : NONE,
      visible,
      scale,
    }
  },
  draw: ({ standard, areas, office, waters, visible, scale }, place) => [
    new ScatterplotLayer<StationMark>({
      ...FLAT,
      ...place,
      id: 'stations',
      data: waters.flatMap(({ id, areas: own, stations }) =>
        stations
          .filter(
            ({ lon }) =>
              Number.isFinite(lon) &&
              (office === null || own.some((area) => isInScope(officeScope(office), areas[area]))),
          )
          .map((station): StationMark => ({ ...station, water: id })),
      ),
      visible,
      pickable: true,
      getPosition: (m) => [m.lon, m.lat],
      getRadius: 5 * scale,
      radiusUnits: 'pixels',
      stroked: true,
      getLineColor: [255, 255, 255, 255],
      getLineWidth: 1.6 * scale,
      lineWidthUnits: 'pixels',
      getFillColor: (m) => rgb(waterColour(standard, m.grade)),
    }),
  ],
})
