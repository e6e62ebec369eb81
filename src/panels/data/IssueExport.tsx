/** The 台账 as it is filtered on the screen, or all of it. */
import { useState } from 'react'
import type { ExportForm, ExportWhat } from '../../engine/contract/data.ts'
import { everyIssueOf, issueQueryOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Segments } from '../kit/Segments.tsx'
import { Toggle } from '../kit/Toggle.tsx'
import { ExportRow, TABLE_FORMS } from './ExportRow.tsx'

const RANGES = [
  ['all', '全部问题'],
  ['shown', '当前筛选'],
] as const

interface IssueExportProps {
  busy: boolean
  save: (what: ExportWhat, form: ExportForm) => void
}

export const IssueExport = ({ busy, save }: IssueExportProps) => {
  const [range, setRange] = useState<(typeof RANGES)[number][0]>('all')
  const [split, setSplit] = useState(false)
  const saveAs = (form: ExportForm) => {
    const session = useSession.getState()
    const query = range === 'all' ? everyIssueOf(session) : issueQueryOf(session)
    if (query !== null) save({ type: 'issues', query, splitByOffice: split }, form)
  }
  const none = useSession((s) => issueQueryOf(s) === null)
  return (
    <ExportRow
      title="问题台账"
      note="改好后可再导入。用表格软件改动请选 Excel：CSV 里的长代码会被改写"
      forms={TABLE_FORMS}
      disabled={busy || (range === 'shown' && none)}
      onSave={saveAs}
    >
      <Segments label="台账范围" options={RANGES} value={range} onChange={setRange} />
      <Toggle on={split} onChange={setSplit}>
        每个办事处一张表
      </Toggle>
    </ExportRow>
  )
}
