/** On a phone: the map, and one sheet with three heights. */
import { useEffect, useRef, useState } from 'react'
import { wantedNext } from '../../view/absent.ts'
import type { Lead } from '../../view/leads.ts'
import { areaBeside } from '../../view/ledger-filter.ts'
import { useSession } from '../../view/store.ts'
import { Detail } from '../cards/Detail.tsx'
import { DataButton } from '../data/DataButton.tsx'
import { InHand } from '../edit/InHand.tsx'
import { UndoTool } from '../edit/UndoTool.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { Layers } from '../layers/Layers.tsx'
import { Legend } from '../layers/Legend.tsx'
import { Ledger } from '../ledger/ledger.ts'
import { Ranking } from '../ranking/Ranking.tsx'
import { Study } from '../studies/Study.tsx'
import { StudyList } from '../studies/StudyMenu.tsx'
import { Timeline } from '../time/Timeline.tsx'
import { Why } from '../why/Why.tsx'
import { Brand } from './Brand.tsx'
import { Kpis } from './Kpis.tsx'
import type { SheetHeight } from './layout.ts'
import { NextData } from './NextData.tsx'
import { PhoneGrip } from './PhoneGrip.tsx'
import './phone.css'

const TABS = [
  ['about', '概况'],
  ['ranking', '排名'],
  ['layers', '图层'],
  ['ledger', '台账'],
  ['study', '分析'],
] as const
type Tab = (typeof TABS)[number][0]

/** Where what a figure leads to is read. */
const TAB_OF: Record<Lead['to'], Tab> = {
  ledger: 'ledger',
  records: 'study',
  change: 'study',
  why: 'about',
  ranking: 'ranking',
}

/** What fits above the tabs of a lowered sheet. */
const PEEK = ['score', 'passing', 'open', 'overdue'] as const

const About = () => {
  const office = useSession((s) => s.view.office)
  return (
    <div className="phone-about scrolls">
      <Kpis />
      <Timeline />
      <h2>{office ?? '全区'}</h2>
      <Why of={office === null ? null : { type: 'office', id: office }} />
    </div>
  )
}

const Body = ({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) => {
  const selection = useSession((s) => s.view.selection)
  const study = useSession((s) => s.view.study)
  const closeLedger = () => {
    const { view, change } = useSession.getState()
    change({ ledger: { ...view.ledger, open: false } })
    onTab('about')
  }
  switch (tab) {
    case 'about':
      return <InHand>{selection === null ? <About /> : <Detail of={selection} />}</InHand>
    case 'ranking':
      return (
        <div className="phone-ranking scrolls">
          <Ranking of="area" />
        </div>
      )
    case 'layers':
      return (
        <div className="phone-layers scrolls">
          <Layers />
        </div>
      )
    case 'study':
      return study === null ? <StudyList /> : <Study of={study} />
    case 'ledger':
      return <Ledger form="cards" onClose={closeLedger} />
  }
}

interface PhoneProps {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  onSearch: () => void
  onData: () => void
}

export const Phone = ({ height, onHeight, onSearch, onData }: PhoneProps) => {
  const selection = useSession((s) => s.view.selection)
  const tool = useSession((s) => s.tool)
  const led = useSession((s) => s.led)
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const [tab, setTab] = useState<Tab>('about')
  const followed = useRef<string | null>(null)
  const study = useSession((s) => s.view.study?.id ?? null)
  useEffect(() => {
    // What is tapped on the map or in a list is read in the sheet, beside its place; put aside, the study it came from.
    if (selection === null && study === null) return
    setTab(selection === null ? 'study' : 'about')
    onHeight('half')
  }, [selection, study, onHeight])
  useEffect(() => {
    // A link that has the 台账 open shows it, whatever is selected beside it.
    if (!ledger.open) return
    setTab('ledger')
    onHeight('half')
  }, [ledger.open, onHeight])
  useEffect(() => {
    if (tool.type === 'none') return
    // The map is to be pressed: it needs the room. Once it has been, the form does.
    if (tool.type === 'move' || tool.spot === null) {
      onHeight('peek')
      return
    }
    setTab('about')
    onHeight('half')
  }, [tool, onHeight])
  useEffect(() => {
    if (led === null) return
    setTab(TAB_OF[led.to])
    onHeight('half')
  }, [led, onHeight])
  const wanting = useSession((s) => s.overview !== null && wantedNext(s.overview).length > 0)
  const choose = (next: Tab) => {
    // Of the area that is being read, its problems: the filter says so, and widens again.
    const area = next === 'ledger' ? areaBeside(selection, ledger, followed.current) : ledger.area
    if (area !== ledger.area) {
      followed.current = area
      change({ ledger: { ...ledger, area } })
    }
    setTab(next)
    if (height === 'peek') onHeight('half')
  }
  return (
    <>
      <header className="phone-top panel unprinted">
        <Brand />
        <UndoTool />
        <DataButton onData={onData} />
        <button type="button" className="tool" onClick={onSearch} aria-label="搜索">
          <Glyph name="search" />
        </button>
      </header>
      {/* While there is nothing to colour by, what is to be brought stands where the colours are told. */}
      {height === 'peek' && (
        <div className={wanting ? 'phone-next' : 'phone-legend panel'}>
          {wanting ? <NextData onData={onData} /> : <Legend />}
        </div>
      )}
      <section className="phone-sheet panel" data-height={height} aria-label="详情">
        <PhoneGrip height={height} onHeight={onHeight} />
        {height === 'peek' && <Kpis ids={PEEK} />}
        <nav className="phone-tabs unprinted" aria-label="详情的部分">
          {TABS.map(([key, label]) => (
            <button
              key={key}
              type="button"
              aria-pressed={tab === key && height !== 'peek'}
              onClick={() => choose(key)}
            >
              {key === 'about' && selection !== null ? '所选' : label}
            </button>
          ))}
        </nav>
        {height !== 'peek' && (
          <div className="phone-body">
            <Body tab={tab} onTab={setTab} />
          </div>
        )}
      </section>
    </>
  )
}
