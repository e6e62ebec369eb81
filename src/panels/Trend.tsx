/** Scores over the weeks as a line: the fixed class breaks behind it, the day shown marked. */
import { type Day, formatMonthDay } from '../model/day.ts'
import type { Standard } from '../model/standard.ts'
import { classColour } from '../view/colours.ts'

interface TrendProps {
  days: readonly Day[]
  values: readonly (number | null)[]
  standard: Standard
  asOf: Day
  label: string
}

const WIDTH = 360
const HEIGHT = 96
const LEFT = 30
const BOTTOM = 16

export const Trend = ({ days, values, standard, asOf, label }: TrendProps) => {
  const known = values.filter((v): v is number => v !== null)
  if (known.length < 2) return <p className="empty">还没有两周以上的得分可比</p>
  const low = Math.max(0, Math.floor((Math.min(...known) - 4) / 10) * 10)
  const high = Math.min(100, Math.ceil((Math.max(...known) + 4) / 10) * 10)
  const [first, last] = [days[0] as Day, days[days.length - 1] as Day]
  const x = (day: Day) => LEFT + ((day - first) / Math.max(1, last - first)) * (WIDTH - LEFT - 6)
  const y = (value: number) => 6 + (1 - (value - low) / (high - low)) * (HEIGHT - BOTTOM - 6)
  const path = values.reduce((text, value, i) => {
    if (value === null) return text
    const open = i === 0 || values[i - 1] === null
    return `${text}${open ? 'M' : 'L'}${x(days[i] as Day).toFixed(1)} ${y(value).toFixed(1)}`
  }, '')
  const at = days.reduce(
    (best, day, i) => (Math.abs(day - asOf) < Math.abs((days[best] as Day) - asOf) ? i : best),
    0,
  )
  const here = values[at]
  const grades = standard.grades
  const ticks = [low, ...grades.map((g) => g.min).filter((min) => min > low && min < high), high]
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {grades.map((grade, i) => {
        const top = Math.min(high, i === 0 ? 100 : (grades[i - 1]?.min ?? 100))
        const bottom = Math.max(low, i === grades.length - 1 ? 0 : grade.min)
        return top > bottom ? (
          <rect
            key={grade.id}
            x={LEFT}
            width={WIDTH - LEFT - 6}
            y={y(top)}
            height={y(bottom) - y(top)}
            fill={classColour(i, grades.length)}
            opacity="0.2"
          />
        ) : null
      })}
      {ticks.map((tick) => (
        <text key={tick} x={LEFT - 6} y={y(tick) + 3.5} textAnchor="end">
          {tick}
        </text>
      ))}
      <path d={path} />
      {asOf >= first && asOf <= last && <line x1={x(asOf)} x2={x(asOf)} y1={6} y2={HEIGHT - BOTTOM} />}
      {here != null && <circle cx={x(days[at] as Day)} cy={y(here)} r="4" />}
      <text x={LEFT} y={HEIGHT - 2}>
        {formatMonthDay(first)}
      </text>
      <text x={WIDTH - 6} y={HEIGHT - 2} textAnchor="end">
        {formatMonthDay(last)}
      </text>
    </svg>
  )
}
