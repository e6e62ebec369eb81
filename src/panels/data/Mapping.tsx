/** Which heading of the file is which field of the table. */

import { useState } from 'react'
import type { Incoming } from '../../engine/contract/data.ts'
import { mappingWith, missingLabels } from '../../view/incoming.ts'
import './mapping.css'
import type { PartProps } from './part-props.ts'

const Missing = ({ file }: { file: Incoming }) => {
  const labels = missingLabels(file)
  if (labels.length === 0) return null
  const canGive = file.missing.every((field) => file.common.some((one) => one.field === field))
  return (
    <p className="notice" data-tone="bad">
      还缺：<b>{labels.join('、')}</b>。请在下面给它选一列
      {canGive ? '，或在上面给各行填同一个值' : '；文件里若没有这一列，请在表中补上再放入'}。
    </p>
  )
}

type Heading = Incoming['headings'][number]

const HeadingRow = ({ file, settle, heading }: PartProps & { heading: Heading }) => {
  const { fields, headings } = file
  const taken = new Set(headings.map(({ field }) => field))
  const label = (field: Incoming['fields'][number]): string => {
    const must = field.required ? ' *' : ''
    return `${field.label}${must}${taken.has(field.field) && field.field !== heading.field ? '（已对应）' : ''}`
  }
  return (
    <tr data-left={heading.field === ''}>
      <th scope="row">
        {heading.heading}
        {heading.remembered && (
          <em className="data-tag" title="上次导入时这样对应">
            记得
          </em>
        )}
      </th>
      <td className="first-value" title={heading.sample}>
        {heading.sample}
      </td>
      <td>
        <select
          aria-label={`“${heading.heading}”对应`}
          value={heading.field}
          onChange={(event) => settle({ mapping: mappingWith(file, heading.heading, event.target.value) })}
        >
          <option value="">不用这一列</option>
          {fields.map((field) => (
            <option key={field.field} value={field.field}>
              {label(field)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

/** 「8 列对应，1 列不用：备注」 */
const summaryOf = ({ headings }: Incoming): string => {
  const left = headings.filter(({ field }) => field === '').map(({ heading }) => heading)
  const used = `${headings.length - left.length} 列对应`
  return left.length === 0 ? used : `${used}，${left.length} 列不用：${left.join('、')}`
}

export const Mapping = ({ file, settle }: PartProps) => {
  // Opened where something is missing; it stays as it is while the user works in it.
  const [open, setOpen] = useState(file.missing.length > 0)
  if (file.fields.length === 0) return null
  return (
    <section className="part">
      <Missing file={file} />
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h4>
            列的对应 <small>{summaryOf(file)}</small>
          </h4>
        </summary>
        <p className="mapping-note">带 * 的必填；改过的下次会记住</p>
        <table className="data-table mapping">
          <thead>
            <tr>
              <th scope="col">表头</th>
              <th scope="col">示例</th>
              <th scope="col">对应</th>
            </tr>
          </thead>
          <tbody>
            {file.headings.map((heading, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; they never move
              <HeadingRow key={i} file={file} settle={settle} heading={heading} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
