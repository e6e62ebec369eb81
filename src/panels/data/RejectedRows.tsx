/** The rows that were not read, with the way to mend them. */
import { useState } from 'react'
import type { Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { saveFile } from '../../view/save-file.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { NoticeTable } from './NoticeTable.tsx'
import type { PartProps } from './part-props.ts'

type Kind = Incoming['rejectedKinds'][number]

/** A cell that stands in the way, to be given another value in all rows that have it. */
const Mend = ({ file, settle, kind, value }: PartProps & { kind: Kind; value: string }) => {
  const field = file.headings.find(({ heading }) => heading === kind.field)?.field ?? ''
  const [written, setWritten] = useState('')
  if (field === '') return null
  return (
    <form
      className="mend"
      onSubmit={(event) => {
        event.preventDefault()
        if (written.trim() !== '') settle({ words: { [field]: { [value]: written.trim() } } })
      }}
    >
      <label>
        <span>
          {kind.field} <b>{value === '' ? '（空）' : value}</b>
        </span>
        <input
          type="search"
          placeholder="改为"
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
      </label>
      <button type="submit" className="text-button" disabled={written.trim() === ''}>
        改
      </button>
    </form>
  )
}

/** Values mended here; of more the file is mended. */
const MENDED = 12

const Mends = ({ file, settle }: PartProps) => {
  const cells = file.rejectedKinds.flatMap((kind) =>
    (kind.values.length === 0 ? [''] : kind.values).map((value) => ({ kind, value })),
  )
  const known = cells.filter(({ kind }) =>
    file.headings.some(({ heading, field }) => heading === kind.field && field !== ''),
  )
  if (known.length === 0) return null
  return (
    <details>
      <summary>
        在这里改 <small>相同的内容一起改，只改这一次</small>
      </summary>
      {known.slice(0, MENDED).map(({ kind, value }) => (
        <Mend key={`${kind.field} ${value}`} file={file} settle={settle} kind={kind} value={value} />
      ))}
    </details>
  )
}

export const RejectedRows = ({ file, settle }: PartProps) => {
  const engine = useEngine()
  if (file.rejected.length === 0) return null
  return (
    <section className="part">
      <h4>
        <span>
          未读入 <b className="num">{countText(file.counts.rejected)}</b> 行
        </span>
        <small>下载后改好，把文件再放进来即可</small>
        <button
          type="button"
          className="text-button"
          onClick={() => void engine.rejectedRows(file.id).then(saveFile, tellTrouble)}
        >
          <Glyph name="download" /> 下载未读入的行（附原因）
        </button>
      </h4>
      <NoticeTable
        list={file.rejected}
        label="未读入的行"
        none=""
        rest="全部请下载"
        of={file.counts.rejected}
        single
      />
      <Mends file={file} settle={settle} />
    </section>
  )
}
