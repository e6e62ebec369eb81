/** The legend as a strip below the map: it covers nothing. */
import type { CSSProperties } from 'react'
import { isDemoted, legendOf } from '../view/classes.ts'
import { NO_DATA, onLand, waterColour } from '../view/colours.ts'
import { coloursAreas } from '../view/overlay.ts'
import { useSession } from '../view/store.ts'

interface Mark {
  label: string
  colour: string
}

/** Colours as the map shows them over land, at this zoom. */
const swatch = (colour: string, zoom: number | null): CSSProperties =>
  ({
    '--on-light': zoom === null ? colour : onLand(colour, 'light', zoom),
    '--on-dark': zoom === null ? colour : onLand(colour, 'dark', zoom),
  }) as CSSProperties

export const StageLegend = () => {
  const overview = useSession((s) => s.overview)
  const metric = useSession((s) => s.view.metric)
  const overlay = useSession((s) => s.overlay)
  const board = useSession((s) => s.board)
  const zoom = useSession((s) => Math.round(s.zoom * 4) / 4)
  const watersShown = useSession((s) => s.view.watersShown)
  if (overview === null) return null
  const { standard, waterShapes } = overview
  const legend = overlay?.legend ?? legendOf(metric, standard)
  const demoted =
    !coloursAreas(overlay) &&
    metric.type === 'score' &&
    board?.areas.some((area) => isDemoted(standard, area)) === true
  const { light, heavy } = standard.water.grades
  const waters: Mark[] =
    watersShown && waterShapes.features.length > 0
      ? [light, heavy].map((grade) => ({ label: `${grade}黑臭水体`, colour: waterColour(standard, grade) }))
      : []
  return (
    <section className="stage-legend" aria-label="图例">
      <b>
        {legend.title}
        {legend.unit !== '' && <small>（{legend.unit}）</small>}
      </b>
      {legend.classes.map(({ label, colour }) => (
        <span key={label}>
          <i style={swatch(colour, legend.opaque ? null : zoom)} /> {label}
        </span>
      ))}
      {legend.noData !== '' && (
        <span>
          <i style={swatch(NO_DATA, null)} /> {legend.noData}
        </span>
      )}
      {demoted && (
        <span>
          <i className="stage-demoted" /> 因一票否决降级
        </span>
      )}
      {waters.map(({ label, colour }) => (
        <span key={label}>
          <i className="stage-water" style={swatch(colour, null)} /> {label}
        </span>
      ))}
    </section>
  )
}
