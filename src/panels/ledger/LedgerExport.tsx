/** 导出 of the 台账 as it is listed: in which form, and whether an 办事处 gets a sheet of its own. */
import { useId, useState } from 'react'
import type { ExportForm } from '../../engine/contract/data.ts'
import { issueQueryOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { usePopup } from '../kit/popup.ts'
import { useSaving } from '../kit/saving.ts'
import { Toggle } from '../kit/Toggle.tsx'

const FORMS = [
  ['xlsx', 'Excel 工作簿'],
  ['csv', 'CSV（UTF-8）'],
  ['csv-gb18030', 'CSV（GB18030）'],
] as const satisfies readonly (readonly [ExportForm, string])[]

export const LedgerExport = () => {
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  const { open, setOpen, box, button } = usePopup()
  const { busy, save } = useSaving()
  const [split, setSplit] = useState(false)
  const id = useId()
  const saveAs = (form: ExportForm) => {
    const query = issueQueryOf(useSession.getState())
    if (query !== null) save({ type: 'issues', query, splitByOffice: split }, form)
    setOpen(false)
  }
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="text-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        disabled={count === 0 || busy}
        title="导出当前列出的全部问题"
      >
        <Glyph name="download" /> {busy ? '正在导出' : '导出'}
      </button>
      {open && (
        <div className="menu-box ledger-export" id={id}>
          <Toggle on={split} onChange={setSplit}>
            每个办事处一张表
          </Toggle>
          {FORMS.map(([form, word]) => (
            <button key={form} type="button" className="text-button" onClick={() => saveAs(form)}>
              {word}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
