/** Scores over the days as a line: the fixed classes behind it, the day shown marked. */
import { type Day, formatDay, formatMonthDay } from '../../model/day.ts'
import type { Standard } from '../../model/standard.ts'
import { classColour } from '../../view/colours.ts'
import { trendShape } from '../../view/trend.ts'
import './trend.css'

interface TrendProps {
  days: readonly Day[]
  values: readonly (number | null)[]
  standard: Standard
  asOf: Day
  label: string
  /** a point of the line leads to its day */
  onDay: (day: Day) => void
}

const BOX = { width: 360, height: 104, left: 26, right: 8, top: 8, bottom: 18 }
const [RIGHT, FLOOR] = [BOX.width - BOX.right, BOX.height - BOX.bottom]

export const Trend = ({ days, values, standard, asOf, label, onDay }: TrendProps) => {
  const shape = trendShape(days, values, standard, asOf, BOX)
  if (shape === null) return <p className="empty">还没有两天以上的得分可比</p>
  const { mark, dayX } = shape
  return (
    <div className="trend-box">
      <svg className="trend" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
        {shape.bands.map(({ rank, y, height }) => (
          <rect
            key={rank}
            x={BOX.left}
            y={y}
            width={RIGHT - BOX.left}
            height={height}
            fill={classColour(rank, standard.grades.length)}
          />
        ))}
        {shape.ticks.map(({ value, y }) => (
          <text key={value} x={BOX.left - 6} y={y + 4} textAnchor="end">
            {value}
          </text>
        ))}
        <path d={shape.path} />
        {dayX !== null && <line x1={dayX} x2={dayX} y1={BOX.top} y2={FLOOR} />}
        {mark && <circle cx={mark.x} cy={mark.y} r="4.5" />}
        <text x={BOX.left} y={BOX.height - 3}>
          {formatMonthDay(shape.first)}
        </text>
        <text x={RIGHT} y={BOX.height - 3} textAnchor="end">
          {formatMonthDay(shape.last)}
        </text>
      </svg>
      <input
        type="range"
        min={shape.first}
        max={shape.last}
        value={Math.min(shape.last, Math.max(shape.first, asOf))}
        onChange={(event) => onDay(Number(event.target.value))}
        aria-label={`${label}：看哪一天`}
        aria-valuetext={`${formatDay(asOf)}${mark === null ? '' : `，${mark.value.toFixed(1)} 分`}`}
        title="点一处，看那一天"
        style={{
          left: `${(100 * BOX.left) / BOX.width}%`,
          width: `${(100 * (RIGHT - BOX.left)) / BOX.width}%`,
        }}
      />
    </div>
  )
}
