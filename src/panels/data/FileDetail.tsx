/** One incoming file: what it was taken for, how it is read, what using it does, and the rows that need a look. */
import type { ImportChoice, Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { writtenIn } from '../../view/incoming.ts'
import { settleFile } from '../../view/tray-store.ts'
import { useEngine } from '../kit/engine.tsx'
import { Clashes } from './Clashes.tsx'
import { Common } from './Common.tsx'
import { Counting } from './Counting.tsx'
import { DatumChoice } from './DatumChoice.tsx'
import { FirstRows } from './FirstRows.tsx'
import { FlaggedRows } from './FlaggedRows.tsx'
import { Headings } from './Headings.tsx'
import { HiddenRows } from './HiddenRows.tsx'
import { Mapping } from './Mapping.tsx'
import { MergeChoice } from './MergeChoice.tsx'
import { MonthChoice } from './MonthChoice.tsx'
import { Passed } from './Passed.tsx'
import { Purpose } from './Purpose.tsx'
import { RejectedRows } from './RejectedRows.tsx'
import { Words } from './Words.tsx'
import { YearChoice } from './YearChoice.tsx'
import './file-detail.css'

const Masked = ({ counts: { masked } }: Incoming) =>
  masked === 0 ? null : (
    <p className="notice">
      已遮去 {countText(masked)} 处个人信息（身份证号、电话、姓名、门牌等），它们不会进入数据，也不会被导出
    </p>
  )

export const FileDetail = ({ file }: { file: Incoming }) => {
  const engine = useEngine()
  const settle = (choice: ImportChoice) => void settleFile(engine, file.id, choice)
  return (
    // Focusable, so that it can be scrolled by keyboard where nothing in it can be focused.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="file-detail scrolls" aria-label={file.name} tabIndex={0}>
      <header>
        <h3>{file.name}</h3>
        <p>{writtenIn(file)}</p>
      </header>
      <Purpose file={file} settle={settle} />
      {!file.skip && (
        <>
          {file.table === null && <Headings file={file} />}
          {file.remembered && <p className="notice">和上次同样的表：列、词和坐标系按上次定的读入</p>}
          <YearChoice file={file} settle={settle} />
          <HiddenRows file={file} settle={settle} />
          <MonthChoice file={file} settle={settle} />
          <Common key={`common ${file.table}`} file={file} settle={settle} />
          <Words file={file} settle={settle} />
          <Counting file={file} settle={settle} />
          <Clashes file={file} settle={settle} />
          <Masked {...file} />
          <Mapping key={`${file.table} ${file.fields.length > 0}`} file={file} settle={settle} />
          <MergeChoice file={file} settle={settle} />
          <DatumChoice file={file} settle={settle} />
          <RejectedRows file={file} settle={settle} />
          <FlaggedRows file={file} />
          <FirstRows file={file} />
          <Passed file={file} />
        </>
      )}
    </section>
  )
}
