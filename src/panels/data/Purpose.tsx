/** What the file was taken for, to be changed by hand, or left out. */
import { useId } from 'react'
import { type TableName, tablesFor, tableWord } from '../../view/table-words.ts'
import type { PartProps } from './part-props.ts'

export const Purpose = ({ file, settle }: PartProps) => {
  const id = useId()
  const likely = file.candidates.map(({ table }) => table)
  const others = tablesFor(file.format).filter((table) => !likely.includes(table))
  const list = (tables: readonly TableName[]) =>
    tables.map((table) => (
      <option key={table} value={table}>
        {tableWord(table)}
      </option>
    ))
  return (
    <div className="purpose">
      <label htmlFor={id}>这是</label>
      <select
        id={id}
        value={file.table ?? ''}
        data-missing={file.table === null}
        onChange={(event) => settle({ table: event.target.value as TableName })}
      >
        {file.table === null && <option value="">请选择这份文件是什么</option>}
        {likely.length > 0 && <optgroup label="可能是">{list(likely)}</optgroup>}
        <optgroup label={likely.length > 0 ? '其他' : '全部'}>{list(others)}</optgroup>
      </select>
      <label className="check">
        <input type="checkbox" checked={!file.skip} onChange={() => settle({ skip: !file.skip })} />
        使用这份文件
      </label>
    </div>
  )
}
