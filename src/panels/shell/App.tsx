/** The screen: the map fills the window, panels float on it, one thing is selected at a time. */
import { type ComponentType, type CSSProperties, useCallback, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useSession } from '../../view/store.ts'
import { bringIn } from '../../view/tray-store.ts'
import { DropAnywhere } from '../data/DropAnywhere.tsx'
import type { LooseFile } from '../data/dropped.ts'
import type { DataTab } from '../data/tabs.ts'
import { useEditable } from '../edit/editable.ts'
import { ToolBar } from '../edit/ToolBar.tsx'
import { Boundary } from '../kit/Boundary.tsx'
import { useEngine } from '../kit/engine.tsx'
import { later } from '../kit/later.tsx'
import { Layers } from '../layers/Layers.tsx'
import { Ledger } from '../ledger/ledger.ts'
import { BottomBar } from '../time/BottomBar.tsx'
import { Curtain } from './Curtain.tsx'
import { useDisplay } from './display.ts'
import { Elsewhere } from './Elsewhere.tsx'
import { useFocusKeeper } from './focus-keeper.ts'
import { useKeys } from './keys.ts'
import { isShort, paddingOf, type SheetHeight, sheetOf, stagePadding } from './layout.ts'
import { Newer } from './Newer.tsx'
import { NextData } from './NextData.tsx'
import { Notice } from './Notice.tsx'
import { Phone } from './Phone.tsx'
import { PrintHead } from './PrintHead.tsx'
import { Side } from './Side.tsx'
import { TopBar } from './TopBar.tsx'
import { Trouble } from './Trouble.tsx'
import { Unread } from './Unread.tsx'
import { Waiting } from './Waiting.tsx'
import './app.css'

const MapView = later('地图', async () => (await import('../../map/MapView.tsx')).MapView, {
  form: 'map',
  // Without the map nothing else will be drawn: the screen is ready.
  onFault: ({ onReady }) => onReady(),
})
const Search = later('搜索', async () => (await import('./Search.tsx')).Search, {
  form: 'window',
  onClose: ({ onClose }) => onClose(),
})
const DataDialog = later('数据', async () => (await import('../data/DataDialog.tsx')).DataDialog, {
  form: 'window',
  onClose: ({ onClose }) => onClose(),
})
const RegisterDialog = later(
  '整改登记',
  async () => (await import('../edit/RegisterDialog.tsx')).RegisterDialog,
  {
    form: 'window',
    onClose: () => useSession.setState({ registerOpen: false }),
  },
)

type Dialog = 'none' | 'search' | 'data'

/**
 * Tells tests and pictures that the screen is idle: everything asked is answered, the map is drawn. For whoever measures,
 * the timeline has `panels` (filled for the first time), `areas` (see owner.ts) and `ready`.
 */
const useReadyMark = (drawn: boolean): void => {
  const filled = useSession((s) => s.phase.type === 'ready')
  useEffect(() => {
    // A frame later they have been painted.
    if (filled) requestAnimationFrame(() => performance.mark('panels'))
  }, [filled])
  const ready = useSession(
    (s) => s.phase.type === 'failed' || (s.phase.type === 'ready' && drawn && s.pending === 0),
  )
  useEffect(() => {
    document.documentElement.dataset.ready = String(ready)
    // Once: each mark is kept for good, and a wall is ready again all day.
    if (ready && performance.getEntriesByName('ready').length === 0) performance.mark('ready')
  }, [ready])
}

const useTitle = (): void => {
  const district = useSession((s) => s.overview?.district.title)
  useEffect(() => {
    document.title = district ? `${district} · 创卫一张图` : '创卫一张图'
  }, [district])
}

interface DeskProps {
  /** see `isShort` */
  short: boolean
  Scenes: ComponentType
  onSearch: () => void
  onData: () => void
}

const Desk = ({ short, Scenes, onSearch, onData }: DeskProps) => {
  const selection = useSession((s) => s.view.selection)
  const preparing = useSession((s) => s.preparing !== null)
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const closeLedger = () => change({ ledger: { ...ledger, open: false } })
  return (
    <>
      <Boundary what="顶栏" form="window">
        <TopBar onSearch={onSearch} onData={onData} />
      </Boundary>
      {preparing ? (
        <aside className="left panel" aria-label="汇报">
          <Scenes />
        </aside>
      ) : (
        <aside className="left panel" aria-label="筛选与图层">
          <Boundary what="筛选与图层">
            <Layers />
          </Boundary>
        </aside>
      )}
      <aside className="right panel" aria-label="排名与解释" data-picked={selection !== null}>
        <Side />
      </aside>
      <div className="bottom">
        <NextData onData={onData} />
        {ledger.open && <Ledger form={short ? 'low' : 'high'} onClose={closeLedger} />}
        {!(short && ledger.open) && (
          <Boundary what="时间轴">
            <BottomBar />
          </Boundary>
        )}
      </div>
    </>
  )
}

interface AppProps {
  /** the list of scenes, in the place of the layers */
  Scenes: ComponentType
  /** a scene as the hall sees it, in the place of the panels */
  Stage: ComponentType
  /** the window of whoever presents, beside a stage in another one */
  Console: ComponentType
}

export const App = ({ Scenes, Stage, Console }: AppProps) => {
  const atConsole = useSession((s) => s.view.atConsole)
  const presented = useSession((s) => s.view.presenting !== null && s.phase.type === 'ready')
  const display = useDisplay(presented)
  // A phone has no room for a stage: it shows the view of the scene as any other.
  const onStage = presented && !display.phone
  const ready = useSession((s) => s.phase.type === 'ready')
  const editable = useEditable()
  const ledgerOpen = useSession((s) => s.view.ledger.open)
  const share = useSession((s) => s.sheetShare)
  const select = useSession((s) => s.select)
  const registerOpen = useSession((s) => s.registerOpen)
  const [dialog, setDialog] = useState<Dialog>('none')
  const [sheet, setSheet] = useState<SheetHeight>('peek')
  const [drawn, setDrawn] = useState(false)
  const onSearch = useCallback(() => setDialog('search'), [])
  const [tab, setTab] = useState<DataTab>('import')
  const engine = useEngine()
  const onData = useCallback(() => setDialog('data'), [])
  const onFiles = useCallback(
    (files: LooseFile[]) => {
      setTab('import')
      setDialog('data')
      void bringIn(engine, files)
    },
    [engine],
  )
  const onClose = useCallback(() => setDialog('none'), [])
  useKeys(onSearch)
  useFocusKeeper()
  useReadyMark(drawn || atConsole)
  useTitle()
  const { rem, phone, width, height, profile } = display
  const short = isShort(display)
  const padding = useMemo(
    () =>
      onStage
        ? stagePadding({ rem, width, height }, ledgerOpen ? sheetOf(rem, height, share) : 0)
        : paddingOf({ rem, phone, height, profile }, ledgerOpen ? sheetOf(rem, height, share) : 0, sheet),
    [onStage, rem, phone, width, height, profile, ledgerOpen, share, sheet],
  )
  const skip = () => {
    // The ranking stands where the selection was: it is there once that is put aside.
    flushSync(() => select(null))
    document.getElementById('ranking')?.focus()
  }
  return (
    <div
      className="app"
      data-phone={phone}
      data-stage={onStage}
      data-ledger={ledgerOpen && !phone}
      data-short={short}
      style={
        share === null ? undefined : ({ '--sheet': `${sheetOf(rem, height, share)}px` } as CSSProperties)
      }
    >
      {ready && !phone && !onStage && !atConsole && (
        <button type="button" className="skip unprinted" onClick={skip}>
          跳到排名列表
        </button>
      )}
      <PrintHead />
      {!atConsole && (
        <MapView padding={padding} scale={display.scale} dark={display.dark} onReady={() => setDrawn(true)} />
      )}
      <Curtain />
      {ready &&
        (atConsole ? (
          <Console />
        ) : onStage ? (
          <Stage />
        ) : phone ? (
          <Boundary what="面板" form="window">
            <Phone height={sheet} onHeight={setSheet} onSearch={onSearch} onData={onData} />
          </Boundary>
        ) : (
          <Desk short={short} Scenes={Scenes} onSearch={onSearch} onData={onData} />
        ))}
      {/* Marked as React Aria marks what stands above a window: it is read and pressed there too. */}
      <div className="toasts" data-react-aria-top-layer="true">
        <Unread />
        {ready && <Waiting />}
        <ToolBar />
        <Newer />
        <Trouble />
        <Elsewhere />
        <Notice />
      </div>
      <DropAnywhere onFiles={ready && editable ? onFiles : null} />
      {ready && (
        <>
          {dialog === 'search' && <Search onClose={onClose} />}
          {registerOpen && <RegisterDialog />}
          {dialog === 'data' && <DataDialog tab={tab} onTab={setTab} onClose={onClose} />}
        </>
      )}
    </div>
  )
}
