/** The point layers, bottom to top. Loaded after the first choropleth is on screen. */
import { MapLibreOverlay } from '@deck.gl/maplibre'
import { HEAT } from './heat.ts'
import { ISSUES } from './issues.ts'
import { ACTIVITIES, HONOURS } from './marks.ts'
import { PICKED } from './picked.ts'
import type { PointPart } from './point-part.ts'
import { SITES } from './sites.ts'
import { STATIONS } from './stations.ts'

export { MapLibreOverlay }

export const POINT_PARTS: readonly PointPart[] = [HEAT, STATIONS, SITES, ISSUES, ACTIVITIES, HONOURS, PICKED]
