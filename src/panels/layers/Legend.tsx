/** The legend: published breaks, the hatch of no data, and what the marks of the map mean. Always on screen. */
import { type CSSProperties, type ReactNode, useId, useState } from 'react'
import type { Overview } from '../../engine/contract/package.ts'
import { isDemoted, legendOf } from '../../view/classes.ts'
import { NO_DATA, NO_DATA_LINE, onLand, waterColour } from '../../view/colours.ts'
import { askedOf } from '../../view/kinds.ts'
import { levelOf } from '../../view/level.ts'
import { coloursAreas, isQuiet } from '../../view/overlay.ts'
import { useSession } from '../../view/store.ts'
import { follow } from '../kit/follow.ts'
import { Glyph } from '../kit/Glyph.tsx'
import './legend.css'

const Hatch = () => {
  const id = useId()
  return (
    <svg viewBox="0 0 26 16" aria-hidden="true" className="hatch">
      <pattern id={id} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={NO_DATA} />
        <path d="M0 0v6" stroke={NO_DATA_LINE} strokeWidth="3" />
      </pattern>
      <rect width="26" height="16" rx="3" fill={`url(#${id})`} />
    </svg>
  )
}

/** A class as the map shows it now; the sheet takes the one of the theme. */
const Swatch = ({ colour, zoom }: { colour: string; zoom: number }) => (
  <i
    className="class"
    style={
      {
        '--on-light': onLand(colour, 'light', zoom),
        '--on-dark': onLand(colour, 'dark', zoom),
      } as CSSProperties
    }
  />
)

/** What the lines of the water bodies say. */
const Waters = ({ overview: { standard, waterShapes } }: { overview: Overview }) => {
  const shown = useSession((s) => s.view.watersShown)
  const ungraded = useSession((s) => s.board?.waters.some(({ grade }) => grade === null) === true)
  if (!shown || waterShapes.features.length === 0) return null
  const { clean, light, heavy } = standard.water.grades
  const lines: [string, string | null][] = [clean, light, heavy].map((grade) => [grade, grade])
  if (ungraded) lines.push(['没有监测', null])
  return (
    <p className="legend-waters">
      水体
      {lines.map(([label, grade]) => (
        <span key={label}>
          <i style={{ background: waterColour(standard, grade) }} /> {label}
        </span>
      ))}
    </p>
  )
}

interface RowProps {
  children: ReactNode
  swatch: ReactNode
  /** place among the classes of the metric, none = without a figure; absent where it lists nothing */
  place?: number | 'none'
}

const Row = ({ children, swatch, place }: RowProps) => (
  <li>
    {swatch}
    <span>{children}</span>
    {place !== undefined && (
      <button
        type="button"
        className="lead"
        aria-label={`${children}：列出这一档的居委会`}
        title="列出这一档的居委会"
        onClick={() => follow({ to: 'records', list: 'class', within: null, place })}
      />
    )}
  </li>
)

export const Legend = () => {
  const overview = useSession((s) => s.overview)
  const metric = useSession((s) => s.view.metric)
  const overlay = useSession((s) => s.overlay)
  const board = useSession((s) => s.board)
  const zoom = useSession((s) => Math.round(s.zoom * 4) / 4)
  const hiddenKinds = useSession((s) => s.view.hiddenKinds)
  const [folded, setFolded] = useState(false)
  if (overview === null) return null
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const counted =
    !isQuiet(overlay) &&
    levelOf(zoom, rem / 16, askedOf(overview.standard.kinds, hiddenKinds)).gathered !== null
  // What a study colours the areas by is its own to list.
  const own = !coloursAreas(overlay)
  const legend = overlay?.legend ?? legendOf(metric, overview.standard)
  const demoted = overlay?.areas
    ? overlay.areas.some((area) => area?.demoted === true)
    : metric.type === 'score' && board?.areas.some((area) => isDemoted(overview.standard, area)) === true
  const relocation = overview.areas.some((area) => area.relocation)
  const rows = legend.classes.length + Number(legend.noData !== '') + Number(relocation) + Number(demoted)
  return (
    <section className="legend" aria-label="图例" data-folded={folded}>
      <h3 className="head">
        <button type="button" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {legend.title}
          <Glyph name="down" />
        </button>
        <small>单位：{legend.unit}</small>
      </h3>
      <ul style={{ gridTemplateRows: `repeat(${Math.ceil(rows / 2)}, auto)` }}>
        {legend.classes.map((c, i) => (
          <Row
            key={c.label}
            place={own ? i : undefined}
            swatch={
              legend.opaque ? (
                <i style={{ background: c.colour }} />
              ) : (
                <Swatch colour={c.colour} zoom={zoom} />
              )
            }
          >
            {c.label}
          </Row>
        ))}
        {legend.noData !== '' && (
          <Row swatch={<Hatch />} place={own ? 'none' : undefined}>
            {legend.noData}
          </Row>
        )}
        {demoted && <Row swatch={<i className="demoted" />}>因一票否决降级</Row>}
        {relocation && <Row swatch={<i className="relocation" />}>待拆迁</Row>}
      </ul>
      <Waters overview={overview} />
      {counted && (
        <p>
          <i className="count" /> 点位数 <i className="count" data-overdue /> 其中有逾期问题
        </p>
      )}
    </section>
  )
}
