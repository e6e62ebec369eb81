/** Progress of the work under way, with a button to cancel it. */
import { useRef } from 'react'
import { countText } from '../../view/count-text.ts'
import type { Progress } from '../../view/tray.ts'
import { cancelWork } from '../../view/tray-store.ts'
import { useEngine } from '../kit/engine.tsx'
import { useFocusWhenLost } from './focus.ts'
import './tray-stage.css'

/** So few are done at once: their number would only flicker. */
const MANY = 1000

/** 「12,000 / 约 1,000,000 行」; '' where there is little to do, or nobody knows how much. */
const rowsText = ({ done, of }: Progress): string =>
  of < MANY ? '' : `${countText(Math.min(done, of))} / 约 ${countText(of)} 行`

const Bar = ({ progress, label }: { progress: Progress; label: string }) => {
  const { done, of } = progress
  // Without a value the bar is indeterminate: the amount of work is not known.
  return (
    <progress
      className="tray-progress"
      aria-label={label}
      max={1}
      {...(of > 0 ? { value: Math.min(1, done / of) } : {})}
    />
  )
}

/** In the place of the tray. */
export const Working = ({ progress, label }: { progress: Progress; label: string }) => {
  const engine = useEngine()
  const box = useRef<HTMLElement>(null)
  useFocusWhenLost(box)
  return (
    <section className="tray-stage working" aria-label={label} tabIndex={-1} ref={box}>
      <h3>{label}</h3>
      <Bar progress={progress} label={label} />
      <p className="num">
        {progress.what} {rowsText(progress)}
      </p>
      <button type="button" className="text-button" onClick={() => void cancelWork(engine)}>
        取消
      </button>
    </section>
  )
}

/** Above the tray, which stays. */
export const Rereading = ({ progress }: { progress: Progress }) => {
  const engine = useEngine()
  return (
    <div className="rereading">
      <span>正在按新的选择重新读取</span>
      <Bar progress={progress} label="正在重新读取" />
      <span className="num">{rowsText(progress)}</span>
      <button type="button" className="link-button" onClick={() => void cancelWork(engine)}>
        取消
      </button>
    </div>
  )
}
