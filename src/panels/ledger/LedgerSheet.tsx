/** 问题台账 as a sheet from below: the same problems as on the map, in the same order. */
import { useSession } from '../../view/store.ts'
import { AddButton } from '../edit/AddButton.tsx'
import { RegisterButton } from '../edit/RegisterButton.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { LedgerExport } from './LedgerExport.tsx'
import { LedgerFilters, StateButtons } from './LedgerFilters.tsx'
import { LedgerNarrow } from './LedgerNarrow.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import './ledger.css'

export const LedgerSheet = ({ onClose }: { onClose: () => void }) => {
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  // Problems outside every 居委会 are listed here and count in no figure.
  const outside = useSession(
    (s) => s.shownIssues?.reduce((sum, i) => sum + Number(s.overview?.issues.area[i] === -1), 0) ?? 0,
  )
  return (
    <section className="sheet panel" aria-label="问题台账">
      <header className="sheet-head">
        <h2>
          问题台账 <b className="num">{count}</b> 个{outside > 0 && <small>含区外 {outside} 个</small>}
        </h2>
        <StateButtons />
        <div className="sheet-tools">
          <LedgerNarrow />
          <AddButton />
          <RegisterButton />
          <LedgerExport />
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
