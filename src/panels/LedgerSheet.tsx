/** 问题台账 as a sheet from below: the same problems as on the map, in the same order. */
import { formatDay } from '../model/day.ts'
import { csvOf, saveText } from '../view/export.ts'
import { dayOf } from '../view/issue-query.ts'
import { ISSUE_HEADINGS, issueCells } from '../view/issue-table.ts'
import { useSession } from '../view/store.ts'
import { tellTrouble, useEngine } from './engine.tsx'
import { Glyph } from './Glyph.tsx'
import { LedgerFilters, StateButtons } from './LedgerFilters.tsx'
import { LedgerNarrow } from './LedgerNarrow.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import './ledger.css'

const ExportButton = () => {
  const engine = useEngine()
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  const save = async () => {
    const session = useSession.getState()
    const asOf = dayOf(session)
    const kinds = new Map(session.overview?.standard.kinds.map((kind) => [kind.id, kind.label]))
    const lines = await engine.issueLines([...(session.shownIssues ?? [])], asOf)
    const rows = lines.map((line) => issueCells(line, (id) => kinds.get(id) ?? id))
    saveText(`问题台账-${formatDay(asOf)}.csv`, csvOf(ISSUE_HEADINGS, rows))
  }
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => void save().catch(tellTrouble)}
      disabled={count === 0}
      title="导出当前列出的全部问题（CSV，Excel、WPS 可直接打开）"
    >
      <Glyph name="download" /> 导出
    </button>
  )
}

export const LedgerSheet = ({ onClose }: { onClose: () => void }) => {
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  return (
    <section className="sheet panel" aria-label="问题台账">
      <header className="sheet-head">
        <h2>
          问题台账 <b className="num">{count}</b> 个
        </h2>
        <StateButtons />
        <div className="sheet-tools">
          <LedgerNarrow />
          <ExportButton />
          <button type="button" className="tool" onClick={onClose} aria-label="收起台账">
            <Glyph name="close" />
          </button>
        </div>
      </header>
      <LedgerFilters />
      <LedgerTable />
    </section>
  )
}
