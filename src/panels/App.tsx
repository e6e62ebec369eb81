/** The screen: the map fills the window, panels float on it, one thing is selected at a time. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useSession } from '../view/store.ts'
import { Actions, Brand, Kpis } from './Bar.tsx'
import { Detail } from './Detail.tsx'
import { type Display, useDisplay } from './display.ts'
import { Layers } from './Layers.tsx'
import { LedgerSheet } from './LedgerSheet.tsx'
import { Phone } from './Phone.tsx'
import { Timeline } from './Timeline.tsx'

const MapView = lazy(() => import('../map/MapView.tsx').then(({ MapView }) => ({ default: MapView })))
const Search = lazy(() => import('./Search.tsx').then(({ Search }) => ({ default: Search })))
const ReportDialog = lazy(() =>
  import('./ReportDialog.tsx').then(({ ReportDialog }) => ({ default: ReportDialog })),
)

const Loading = () => {
  const phase = useSession((s) => s.phase)
  if (phase.type === 'ready') return null
  if (phase.type === 'failed')
    return (
      <div className="curtain" role="alert">
        <h1>数据没有读入</h1>
        <p>{phase.message}</p>
        <button type="button" className="text-button" onClick={() => location.reload()}>
          重试
        </button>
      </div>
    )
  const share = phase.of === 0 ? 0 : phase.done / phase.of
  return (
    <div className="curtain" role="status">
      <h1>创卫一张图</h1>
      <progress value={share} max={1} aria-label="读入数据" />
      <p>{phase.what === '' ? '正在读入数据…' : `正在读入：${phase.what}`}</p>
    </div>
  )
}

/** px the panels cover at each side, from the same rem as the style sheet. */
const paddingOf = ({ rem, phone, height }: Display, ledger: boolean) => {
  if (phone) return { top: 4.2 * rem, right: 0.5 * rem, bottom: 9.2 * rem, left: 0.5 * rem }
  const below = ledger ? Math.max(0.42 * height, 15 * rem) + 1.2 * rem : 5.4 * rem
  return { top: 6.2 * rem, right: 25.4 * rem, bottom: below, left: 18.4 * rem }
}

/** Keys that work anywhere on the screen. */
const useKeys = (onSearch: () => void) => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        onSearch()
      } else if (event.key === '/' && !typing) {
        event.preventDefault()
        onSearch()
      } else if (event.key === 'Escape' && !typing && document.querySelector('[role="dialog"]') === null) {
        const { view, select, change } = useSession.getState()
        if (view.selection !== null) select(null)
        else if (view.ledger.open) change({ ledger: { ...view.ledger, open: false } })
      }
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [onSearch])
}

export const App = () => {
  const display = useDisplay()
  const { phase, view, change } = useSession()
  const [searching, setSearching] = useState(false)
  const [reporting, setReporting] = useState(false)
  const [drawn, setDrawn] = useState(false)
  useKeys(useMemo(() => () => setSearching(true), []))
  const ready = phase.type === 'failed' || (phase.type === 'ready' && drawn)
  useEffect(() => {
    document.documentElement.dataset.ready = String(ready)
  }, [ready])
  const { ledger } = view
  const openLedger = (open: boolean) => change({ ledger: { ...ledger, open } })
  const padding = useMemo(() => paddingOf(display, ledger.open), [display, ledger.open])
  const onSearch = () => setSearching(true)
  const onReport = () => setReporting(true)
  return (
    <div className="app" data-phone={display.phone} data-ledger={ledger.open}>
      <a
        className="skip"
        href="#ranking"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('ranking')?.focus()
        }}
      >
        跳到排名列表
      </a>
      <Suspense>
        <MapView padding={padding} scale={display.scale} dark={display.dark} onReady={() => setDrawn(true)} />
      </Suspense>
      <Loading />
      {phase.type === 'ready' && display.phone && <Phone onSearch={onSearch} onReport={onReport} />}
      {phase.type === 'ready' && !display.phone && (
        <>
          <header className="top panel">
            <Brand />
            <Kpis />
            <Actions onSearch={onSearch} onReport={onReport} />
          </header>
          <aside className="left panel" aria-label="筛选与图层">
            <Layers />
          </aside>
          <aside className="right panel" aria-label="排名与解释">
            <Detail />
          </aside>
          {ledger.open ? (
            <LedgerSheet onClose={() => openLedger(false)} />
          ) : (
            <Timeline onLedger={() => openLedger(true)} ledgerOpen={false} />
          )}
        </>
      )}
      <Suspense>
        {searching && <Search open onOpen={setSearching} />}
        {reporting && <ReportDialog open onOpen={setReporting} />}
      </Suspense>
    </div>
  )
}
