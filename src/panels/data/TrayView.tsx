/** The tray: which files lie in it, the one looked at, and whether all can be used. */
import type { Tray } from '../../engine/contract/data.ts'
import { shownFile, whyNot } from '../../view/incoming.ts'
import type { Progress } from '../../view/tray.ts'
import { discardTray, putToUse, useTray } from '../../view/tray-store.ts'
import { useEngine } from '../kit/engine.tsx'
import { Choosers } from './EmptyTray.tsx'
import { FileDetail } from './FileDetail.tsx'
import { FileList } from './FileList.tsx'
import { Shifts } from './Shifts.tsx'
import { Rereading } from './Working.tsx'
import './tray.css'

const Footer = ({ tray, busy }: { tray: Tray; busy: boolean }) => {
  const engine = useEngine()
  const why = busy ? '正在重新读取' : whyNot(tray)
  return (
    <footer className="tray-foot">
      <button type="button" className="text-button" onClick={() => void discardTray(engine)}>
        放弃
      </button>
      <Choosers more />
      <span className="tray-why" id="tray-why">
        {why ?? '使用后可以撤销'}
      </span>
      <button
        type="button"
        className="main-button"
        aria-disabled={why !== null}
        aria-describedby="tray-why"
        onClick={() => why === null && void putToUse(engine)}
      >
        使用这些数据
      </button>
    </footer>
  )
}

export const TrayView = ({ tray, rereading }: { tray: Tray; rereading: Progress | null }) => {
  const picked = useTray((s) => s.picked)
  const file = shownFile(tray, picked)
  return (
    <div className="tray" aria-busy={rereading !== null}>
      {rereading !== null && <Rereading progress={rereading} />}
      <div className="tray-body">
        <FileList tray={tray} shown={file?.id ?? null} />
        {file !== null && <FileDetail key={file.id} file={file} />}
      </div>
      <Shifts tray={tray} waiting={rereading !== null || whyNot(tray) !== null} />
      <Footer tray={tray} busy={rereading !== null} />
    </div>
  )
}
