/** Dates without a year: which one they are of. */
import { useId } from 'react'
import { yearOf } from '../../model/day.ts'
import { yearsFrom } from '../../view/incoming.ts'
import { useSession } from '../../view/store.ts'
import type { PartProps } from './part-props.ts'

export const YearChoice = ({ file, settle }: PartProps) => {
  const id = useId()
  const days = useSession((s) => s.overview)
  if (!file.year.asked || days === null) return null
  const { chosen } = file.year
  const last = yearOf(days.asOf)
  const around = yearsFrom(Math.min(last - 3, yearOf(days.firstDay)), last)
  const years = chosen === null || around.includes(chosen) ? around : [chosen, ...around]
  return (
    <div className="notice year" data-tone={chosen === null ? 'bad' : 'even'}>
      <label htmlFor={id}>日期里没有写年份（如 5月7日），按哪一年读？</label>
      <select
        id={id}
        value={chosen ?? ''}
        data-missing={chosen === null}
        onChange={(event) => settle({ year: Number(event.target.value) })}
      >
        {chosen === null && <option value="">请选择年份</option>}
        {years.map((year) => (
          <option key={year} value={year}>
            {year} 年
          </option>
        ))}
      </select>
    </div>
  )
}
