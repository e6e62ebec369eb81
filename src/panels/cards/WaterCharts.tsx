/** 监测数据对照判定标准: every sample of the window against the limits, one band a class, indicator by indicator. */

import { useRef } from 'react'
import type { WaterCard } from '../../engine/contract/cards.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { formatDay, formatMonthDay } from '../../model/day.ts'
import type { WaterRule } from '../../model/standard.ts'
import { waterColour } from '../../view/colours.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { type WaterBox, type WaterPoint, type WaterShape, waterShape } from '../../view/water-chart.ts'
import { ChartSave } from '../studies/ChartSave.tsx'
import './water.css'

type Indicator = WaterRule['indicators'][number]

const BOX: WaterBox = { width: 344, height: 112, left: 32, right: 60, top: 22, bottom: 4 }
/** where all of them are to be seen at once */
const LOW: WaterBox = { ...BOX, height: 60 }
const RIGHT = BOX.width - BOX.right
/** below the last: the days */
const DAYS = 18
const UNKNOWN = '#9aa3aa'

const signedText = (value: number): string => String(value).replace('-', '−')

/** Colours of clean, 轻度 and 重度, as on the map. */
const coloursOf = (overview: Overview): readonly string[] => {
  const { clean, light, heavy } = overview.standard.water.grades
  return [clean, light, heavy].map((grade) => waterColour(overview.standard, grade))
}

/** Where the figure of a point is written: above it, else out of the way of the frame or of its own limit. */
const figureAt = ({ x, y, limitY }: WaterPoint) =>
  limitY !== null
    ? ({ x: x + 8, y: y + 4, textAnchor: 'start' } as const)
    : ({ x, y: y < BOX.top + 14 ? y + 16 : y - 7, textAnchor: 'middle' } as const)

/** How a censored value is marked beside its point. */
const MARKS = { below: '＜', atMost: '≤', above: '＞', atLeast: '≥' } as const

const Point = ({
  point,
  colours,
  named,
}: {
  point: WaterPoint
  colours: readonly string[]
  named: boolean
}) => {
  const colour = point.cls === null ? UNKNOWN : (colours[point.cls] as string)
  const open = point.bound !== 'exact' || point.cls === null
  return (
    <g className="sample" data-chosen={point.chosen} data-open={open}>
      {point.limitY !== null && (
        <line className="own-limit" x1={point.x - 7} x2={point.x + 7} y1={point.limitY} y2={point.limitY} />
      )}
      <circle
        cx={point.x}
        cy={point.y}
        r={point.chosen ? 4 : 2.5}
        style={open ? { stroke: colour } : { fill: colour }}
      >
        <title>
          {`${point.station} ${formatDay(point.day)}：${point.text}${point.cls === null ? '，不能判定，不计' : ''}`}
        </title>
      </circle>
      {point.chosen && point.bound !== 'exact' && !named && (
        <text x={point.x - 6} y={point.y + 4} textAnchor="end">
          {MARKS[point.bound]}
        </text>
      )}
      {named && point.chosen && <text {...figureAt(point)}>{point.text}</text>}
    </g>
  )
}

interface ChartProps {
  indicator: Indicator
  shape: WaterShape
  overview: Overview
  named: boolean
  box: WaterBox
}

const Chart = ({ indicator, shape, overview, named, box }: ChartProps) => {
  const colours = coloursOf(overview)
  const { light, heavy } = overview.standard.water.grades
  const words = ['', light, heavy]
  const { data, light: atLight, heavy: atHeavy } = shape.counts
  return (
    <>
      <text className="indicator" x="0" y="14">
        {indicator.label}
        <tspan className="unit"> {indicator.unit}</tspan>
      </text>
      <text x={BOX.width} y="14" textAnchor="end">
        {data === 0 ? '没有可用数据' : `${heavy} ${atHeavy}/${data} · ${light}及以上 ${atLight}/${data}`}
      </text>
      {shape.bands.map(({ cls, y, height }) => (
        <rect
          key={cls}
          className="class-band"
          x={BOX.left}
          y={y}
          width={RIGHT - BOX.left}
          height={height}
          fill={colours[cls]}
        />
      ))}
      {shape.limits.map(({ cls, value, y }) => (
        <g key={cls}>
          <line className="limit" x1={BOX.left} x2={RIGHT} y1={y} y2={y} stroke={colours[cls]} />
          <text x={RIGHT + 4} y={y + 4}>
            {words[cls]} {signedText(value)}
          </text>
        </g>
      ))}
      {shape.ticks.map(({ value, y }) => (
        <text
          key={value}
          x={BOX.left - 5}
          y={Math.min(box.height - box.bottom, Math.max(box.top + 10, y + 4))}
          textAnchor="end"
        >
          {signedText(value)}
        </text>
      ))}
      {shape.path !== '' && <path d={shape.path} />}
      {shape.points.map((point, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a station can be sampled twice a day; points are drawn anew together
        <Point key={i} point={point} colours={colours} named={named} />
      ))}
    </>
  )
}

interface WaterChartsProps {
  card: WaterCard
  overview: Overview
  /** null = all of them together */
  station: string | null
  /** all charts are to be seen at once, on a stage */
  low?: boolean
}

export const WaterCharts = ({ card, overview, station, low = false }: WaterChartsProps) => {
  const asOf = useSession(dayOf)
  const chart = useRef<SVGSVGElement>(null)
  if (card.samples.length === 0) return null
  const box = low ? LOW : BOX
  const { water, waterWindow } = overview.standard
  const days = [asOf - waterWindow + 1, asOf] as const
  const shapes = water.indicators.map((indicator) => waterShape(card.samples, indicator, days, station, box))
  const chosen = shapes.flatMap(({ points }) => points.filter((point) => point.chosen))
  const decided = card.figure.stations.find(({ name }) => name === station)?.rule ?? card.figure.rule
  const title = `${card.name}${station === null ? '' : ` ${station}`} · 监测数据与判定标准`
  const height = box.height * shapes.length + DAYS
  return (
    <section className="water-charts">
      {!low && (
        <h3 className="head">
          {station ?? '全部监测点'}
          <small>
            <ChartSave
              chart={chart}
              words={{
                name: `${card.name}${station === null ? '' : `-${station}`}-水质-${formatDay(asOf)}`,
                title,
                notes: [
                  decided,
                  `${formatDay(days[0])} 至 ${formatDay(asOf)}${overview.district.synthetic ? ' · 示例数据' : ''}`,
                ],
              }}
            />
          </small>
        </h3>
      )}
      <p className="decided">{decided}</p>
      <svg ref={chart} viewBox={`0 0 ${BOX.width} ${height}`} role="img" aria-label={title}>
        {shapes.map((shape, i) => (
          <g key={water.indicators[i]?.id} transform={`translate(0 ${i * box.height})`}>
            <Chart
              indicator={water.indicators[i] as Indicator}
              shape={shape}
              overview={overview}
              named={station !== null}
              box={box}
            />
          </g>
        ))}
        <text x={BOX.left} y={height - 3}>
          {formatMonthDay(days[0])}
        </text>
        <text x={RIGHT} y={height - 3} textAnchor="end">
          {formatMonthDay(asOf)}
        </text>
      </svg>
      {!low && (
        <p className="chart-note">
          底色自{water.grades.clean}、{water.grades.light}到{water.grades.heavy}。
          {chosen.some(({ bound }) => bound !== 'exact') && '空心点：只知道小于（＜）或大于（＞）该值。'}
          {chosen.some(({ cls }) => cls === null) && '灰圈：不能判定属于哪一类，不计。'}
          {chosen.some(({ limitY }) => limitY !== null) &&
            `短横线：水深不足 ${water.shallow.depth} cm 的样品，透明度只以水深 × ${water.shallow.factor} 为限。`}
        </p>
      )}
    </section>
  )
}
