/** What all rows have in common and no column says: the kind of a list of toilets, the day of a check. */
import { useId, useState } from 'react'
import type { Incoming } from '../../engine/contract/data.ts'
import { commonAsked } from '../../view/incoming-questions.ts'
import { DateField } from '../kit/DateField.tsx'
import './common.css'
import type { PartProps } from './part-props.ts'

type Value = Incoming['common'][number]

const CommonRow = ({ file, settle, common }: PartProps & { common: Value }) => {
  const id = useId()
  const { field, label, value, from, options } = common
  const [written, setWritten] = useState(value)
  const give = (next: string) => settle({ values: { [field]: next } })
  const missing = file.missing.includes(field) && value === ''
  return (
    <div className="common-row" data-missing={missing}>
      <label htmlFor={id}>{label}</label>
      {options === null ? (
        <DateField
          id={id}
          value={written}
          onChange={(next) => {
            setWritten(next)
            if (next === '' || /^\d{4}-\d{2}-\d{2}$/.test(next)) give(next)
          }}
        />
      ) : (
        <select id={id} value={value} data-missing={missing} onChange={(event) => give(event.target.value)}>
          <option value="">{missing ? '请选择' : '不统一填'}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {from === 'title' && <small>来自文件名或标题</small>}
    </div>
  )
}

export const Common = ({ file, settle }: PartProps) => {
  const { asked, others } = commonAsked(file)
  if (asked.length + others.length === 0) return null
  const rows = (list: readonly Value[]) =>
    list.map((common) => <CommonRow key={common.field} file={file} settle={settle} common={common} />)
  return (
    <section className="part">
      {asked.length > 0 && (
        <>
          <h4>
            各行都一样的 <small>表里没有这一列，全部按这里填的读入</small>
          </h4>
          {rows(asked)}
        </>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            <h4>
              统一填一个值 <small>{others.map(({ label }) => label).join('、')}在表里没有列</small>
            </h4>
          </summary>
          {rows(others)}
        </details>
      )}
    </section>
  )
}
