/** The open study: its panel, loaded when it is first asked for, under the way back. */
import { Suspense } from 'react'
import { useSession } from '../../view/store.ts'
import { type StudyView, studyLabel } from '../../view/study.ts'
import { Glyph } from '../Glyph.tsx'
import { STUDY_PANELS } from './panels.ts'
import './study.css'

export const Study = ({ of }: { of: StudyView }) => {
  const change = useSession((s) => s.change)
  const Panel = STUDY_PANELS[of.id]
  const label = studyLabel(of.id)
  return (
    <section className="study" aria-label={label}>
      <header>
        <button type="button" className="up" onClick={() => change({ study: null })}>
          <Glyph name="back" />
          <span>排名</span>
        </button>
        <button
          type="button"
          className="tool"
          aria-label={`关闭${label}`}
          onClick={() => change({ study: null })}
        >
          <Glyph name="close" />
        </button>
        <h2>{label}</h2>
      </header>
      <div className="study-body scrolls">
        <Suspense fallback={<p className="empty">正在读取…</p>}>{Panel && <Panel />}</Suspense>
      </div>
    </section>
  )
}
