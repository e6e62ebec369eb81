/** 导出 of the 台账 as it is listed: in which form, and whether an 办事处 gets a sheet of its own. */
import { useState } from 'react'
import type { ExportForm } from '../../engine/contract/data.ts'
import { issueQueryOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { PopMenu } from '../kit/PopMenu.tsx'
import { useSaving } from '../kit/saving.ts'
import { Toggle } from '../kit/Toggle.tsx'

const FORMS = [
  ['xlsx', 'Excel 工作簿'],
  ['csv', 'CSV（UTF-8）'],
  ['csv-gb18030', 'CSV（GB18030）'],
] as const satisfies readonly (readonly [ExportForm, string])[]

export const LedgerExport = () => {
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  const { busy, save } = useSaving()
  const [split, setSplit] = useState(false)
  const saveAs = (form: ExportForm) => {
    const query = issueQueryOf(useSession.getState())
    if (query !== null) save({ type: 'issues', query, splitByOffice: split }, form)
  }
  return (
    <PopMenu
      className="text-button"
      glyph="download"
      word={busy ? '正在导出' : '导出'}
      disabled={count === 0 || busy}
      title="导出当前列出的全部问题"
    >
      {(close) => (
        <>
          <Toggle on={split} onChange={setSplit}>
            每个办事处一张表
          </Toggle>
          {FORMS.map(([form, word]) => (
            <button
              key={form}
              type="button"
              className="text-button"
              onClick={() => {
                saveAs(form)
                close()
              }}
            >
              {word}
            </button>
          ))}
        </>
      )}
    </PopMenu>
  )
}
