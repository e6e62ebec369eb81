/** 问题台账 as a sheet from below: the same problems as on the map, in the same order. */

import { useMemo } from 'react'
import { listedText } from '../../view/absent.ts'
import { withoutLayers } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { AddButton } from '../edit/AddButton.tsx'
import { RegisterButton } from '../edit/RegisterButton.tsx'
import { useAnswer } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { LedgerCards, SortChoice } from './LedgerCards.tsx'
import { LedgerExport } from './LedgerExport.tsx'
import { LedgerFilters, StateButtons } from './LedgerFilters.tsx'
import { LedgerNarrow } from './LedgerNarrow.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { SheetGrip } from './SheetGrip.tsx'
import './ledger.css'

/** Layers switched off leave problems out here as on the map: how many, and a button that shows them all. */
const ByLayers = ({ count }: { count: number }) => {
  const view = useSession((s) => s.view)
  const overview = useSession((s) => s.overview)
  const change = useSession((s) => s.change)
  const query = withoutLayers({ view, overview })
  const { value } = useAnswer(query && ['issues', query])
  if (query === null || value === null || value.length === count) return null
  return (
    <button
      type="button"
      className="text-button"
      title="有点位图层没有显示，它们的问题没有列出：点击显示全部图层"
      onClick={() => change({ hiddenKinds: [] })}
    >
      台账按图层筛选：
      <b className="num">
        {count}/{value.length}
      </b>
    </button>
  )
}

/** rem of a row of the table */
const ROWS = { high: 2.15, low: 1.75 }

interface LedgerSheetProps {
  /** a table with high or low rows, or cards where there is no room for one */
  form: keyof typeof ROWS | 'cards'
  onClose: () => void
}

export const LedgerSheet = ({ form, onClose }: LedgerSheetProps) => {
  const count = useSession((s) => s.shownIssues?.length ?? 0)
  const overview = useSession((s) => s.overview)
  const shown = useSession((s) => s.shownIssues)
  const { within, outside } = useMemo(() => listedText(overview, shown), [overview, shown])
  return (
    <section className="sheet panel" aria-label="问题台账">
      <SheetGrip />
      <header className="sheet-head">
        <h2>
          问题台账 <b className="num">{within}</b> 个
          {outside > 0 && <small>，另有 {outside} 个不在任何居委会内</small>}
        </h2>
        <ByLayers count={count} />
        <StateButtons />
        <div className="sheet-tools">
          <LedgerNarrow />
          <AddButton />
          <RegisterButton />
          <LedgerExport />
          <button type="button" className="tool" onClick={onClose} aria-label="收起台账" title="收起台账">
            <Glyph name="close" />
          </button>
        </div>
      </header>
      <LedgerFilters>{form === 'cards' && <SortChoice />}</LedgerFilters>
      {form === 'cards' ? <LedgerCards /> : <LedgerTable row={ROWS[form]} />}
    </section>
  )
}
