/** Honours and activities, from the day they took place on. */
import { IconLayer } from '@deck.gl/layers'
import { isInScope, officeScope } from '../../model/scope.ts'
import { iconsOf, NONE, pointPart } from './point-part.ts'

const marks = (id: 'honours' | 'activities', switched: 'honoursShown' | 'activitiesShown', icon: string) =>
  pointPart({
    id,
    needs: ({ overview, board, view, atlas, scale }) => ({
      all: view[switched] ? overview[id] : NONE,
      areas: view[switched] ? overview.areas : NONE,
      office: view.office,
      asOf: board.asOf,
      visible: view[switched],
      atlas,
      scale,
    }),
    draw: ({ all, areas, office, asOf, visible, atlas, scale }, place) => [
      new IconLayer<(typeof all)[number]>({
        ...iconsOf(atlas),
        ...place,
        id,
        data: all.filter(
          ({ lon, area, day }) =>
            Number.isFinite(lon) &&
            (day === null || day <= asOf) &&
            isInScope(officeScope(office), areas[area]),
        ),
        visible,
        getIcon: () => icon,
        getPosition: (m) => [m.lon, m.lat],
        getSize: 1,
        sizeScale: 26 * scale,
      }),
    ],
  })

export const ACTIVITIES = marks('activities', 'activitiesShown', 'activity')
export const HONOURS = marks('honours', 'honoursShown', 'honour')
