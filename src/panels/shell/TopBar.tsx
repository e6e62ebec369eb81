/** The top strip: what this is, how it stands, and the few controls that belong to the whole screen. */

import { useSession } from '../../view/store.ts'
import { DataButton } from '../data/DataButton.tsx'
import { UndoTool } from '../edit/UndoTool.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { StudyMenu } from '../studies/StudyMenu.tsx'
import { Brand } from './Brand.tsx'
import { BriefingButton } from './BriefingButton.tsx'
import { CopyLink } from './CopyLink.tsx'
import { DisplayMenu } from './DisplayMenu.tsx'
import { Fullscreen } from './Fullscreen.tsx'
import { Kpis } from './Kpis.tsx'
import './top.css'

/** From a distance fewer figures can be read than fit. */
const ON_WALL = ['score', 'passing', 'open', 'overdue', 'closedRate', 'water'] as const

export const TopBar = ({ onSearch, onData }: { onSearch: () => void; onData: () => void }) => {
  const wall = useSession((s) => s.wall)
  return (
    <header className="top panel">
      <Brand />
      <Kpis ids={wall ? ON_WALL : undefined} />
      <div className="actions unprinted">
        <button type="button" className="find" onClick={onSearch} aria-keyshortcuts="Control+K /">
          <Glyph name="search" />
          <span>搜索</span>
          <kbd>Ctrl K</kbd>
        </button>
        <UndoTool />
        <DataButton onData={onData} />
        <StudyMenu />
        <BriefingButton />
        <CopyLink />
        <DisplayMenu />
        <Fullscreen />
      </div>
    </header>
  )
}
