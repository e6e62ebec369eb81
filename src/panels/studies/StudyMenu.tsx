/** 分析: the menu of the studies. */
import { useSession } from '../../view/store.ts'
import { MENU, type StudyId, studyView } from '../../view/studies/registry.ts'
import { PopMenu } from '../kit/PopMenu.tsx'
import './study-menu.css'

/** The studies with what each answers. @param onChosen is called after one was opened */
export const StudyList = ({ onChosen }: { onChosen?: () => void }) => {
  const change = useSession((s) => s.change)
  const open = useSession((s) => s.view.study?.id)
  const choose = (id: StudyId) => {
    change({ study: studyView(id), selection: null })
    onChosen?.()
  }
  return (
    <ul className="study-list">
      {MENU.map(({ id, label, hint }) => (
        <li key={id}>
          <button type="button" className="row" aria-pressed={open === id} onClick={() => choose(id)}>
            <b>{label}</b>
            <small>{hint}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

export const StudyMenu = () => (
  <PopMenu aria-label="分析：比较、对策、覆盖、督办、路线" glyph="study" word="分析">
    {(close) => <StudyList onChosen={close} />}
  </PopMenu>
)
