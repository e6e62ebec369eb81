/** The open study: its panel, loaded when it is first asked for, under a header with the button back. */

import { titleOf } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { withinOf } from '../../view/studies/records/records.ts'
import { type StudyView, studyLabel } from '../../view/studies/registry.ts'
import { BackHead } from '../kit/BackHead.tsx'
import { Paged } from '../kit/Paged.tsx'
import { Incomplete } from '../shell/Unread.tsx'
import { STUDY_PANELS } from './panels.ts'
import './study.css'

export const Study = ({ of }: { of: StudyView }) => {
  const change = useSession((s) => s.change)
  const overview = useSession((s) => s.overview)
  const Panel = STUDY_PANELS[of.id]
  const label = studyLabel(of)
  // The list of a 居委会 or an 办事处 goes back to it.
  const within = overview === null || of.id !== 'records' ? null : withinOf(of.options.within, overview)
  const up = within === null || overview === null ? '排名' : titleOf(within, overview)
  return (
    <section className="study" aria-label={label}>
      <BackHead
        title={label}
        up={up}
        onUp={() => change({ study: null, selection: within })}
        close={`关闭${label}`}
        onClose={() => change({ study: null })}
      />
      <Paged className="study-body" key={of.id}>
        <Incomplete />
        <Panel />
      </Paged>
    </section>
  )
}
