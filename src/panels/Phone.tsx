/** On a phone: the map, and one sheet with three heights. */
import { useState } from 'react'
import { useSession } from '../view/store.ts'
import { Brand, Kpis } from './Bar.tsx'
import { Detail } from './Detail.tsx'
import { Glyph } from './Glyph.tsx'
import { Layers } from './Layers.tsx'
import { LedgerSheet } from './LedgerSheet.tsx'
import { Timeline } from './Timeline.tsx'

const TABS = [
  ['detail', '排名'],
  ['layers', '图层'],
  ['time', '日期'],
  ['ledger', '台账'],
] as const
type Tab = (typeof TABS)[number][0]

export const Phone = ({ onSearch, onReport }: { onSearch: () => void; onReport: () => void }) => {
  const selection = useSession((s) => s.view.selection)
  const [tab, setTab] = useState<Tab>('detail')
  const [height, setHeight] = useState<'peek' | 'half' | 'full'>('peek')
  const [seen, setSeen] = useState(selection)
  if (seen !== selection) {
    // A tap on the map raises the sheet far enough to read what was tapped.
    setSeen(selection)
    if (selection !== null) {
      setTab('detail')
      if (height === 'peek') setHeight('half')
    }
  }
  const choose = (next: Tab) => {
    setTab(next)
    if (height === 'peek') setHeight('half')
  }
  const up = height === 'peek' ? 'half' : 'full'
  const down = height === 'full' ? 'half' : 'peek'
  return (
    <>
      <header className="phone-top panel">
        <Brand />
        <button type="button" className="tool" onClick={onReport} aria-label="数据报告">
          <Glyph name="report" />
        </button>
        <button type="button" className="tool" onClick={onSearch} aria-label="搜索">
          <Glyph name="search" />
        </button>
      </header>
      <section className="phone-sheet panel" data-height={height} aria-label="详情">
        <div className="phone-grip">
          <button
            type="button"
            className="tool"
            onClick={() => setHeight(up)}
            aria-label="展开"
            disabled={height === 'full'}
          >
            <Glyph name="up" />
          </button>
          <nav>
            {TABS.map(([key, label]) => (
              <button
                key={key}
                type="button"
                aria-pressed={tab === key && height !== 'peek'}
                onClick={() => choose(key)}
              >
                {label}
              </button>
            ))}
          </nav>
          <button
            type="button"
            className="tool"
            onClick={() => setHeight(down)}
            aria-label="收起"
            disabled={height === 'peek'}
          >
            <Glyph name="down" />
          </button>
        </div>
        {height === 'peek' ? (
          <Kpis most={4} />
        ) : (
          <div className="phone-body">
            {tab === 'detail' && <Detail />}
            {tab === 'layers' && <Layers />}
            {tab === 'time' && <Timeline onLedger={() => setTab('ledger')} ledgerOpen={false} />}
            {tab === 'ledger' && <LedgerSheet onClose={() => setTab('detail')} />}
          </div>
        )}
      </section>
    </>
  )
}
