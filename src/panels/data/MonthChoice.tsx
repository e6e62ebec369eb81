/** Dates of which only the month is told: which day of it they are taken to be. */
import { Segments } from '../kit/Segments.tsx'
import type { PartProps } from './part-props.ts'

const DAYS = [
  ['first', '当月第一天'],
  ['last', '当月最后一天'],
] as const

export const MonthChoice = ({ file, settle }: PartProps) =>
  file.month.asked ? (
    <div className="notice year">
      <span>有的日期只写了月份，按哪一天读？</span>
      <Segments
        label="只写了月份的日期"
        options={DAYS}
        value={file.month.chosen}
        onChange={(monthDay) => settle({ monthDay })}
      />
    </div>
  ) : null
