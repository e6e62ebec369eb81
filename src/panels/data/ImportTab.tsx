/** 导入: from an empty tray to what was used. */
import { progressOf } from '../../view/tray.ts'
import { useTray } from '../../view/tray-store.ts'
import { EmptyTray } from './EmptyTray.tsx'
import { TrayView } from './TrayView.tsx'
import { UsedView } from './UsedView.tsx'
import { Working } from './Working.tsx'

const Trouble = () => {
  const trouble = useTray((s) => s.trouble)
  if (trouble === null) return null
  return (
    <p className="notice" data-tone="bad" role="alert">
      {trouble}
    </p>
  )
}

const Body = ({ onClose }: { onClose: () => void }) => {
  const phase = useTray((s) => s.phase)
  switch (phase.type) {
    case 'idle':
      return <EmptyTray />
    case 'reading':
      return <Working progress={phase.progress} label="正在读入" />
    case 'ready':
    case 'settling':
      return <TrayView tray={phase.tray} rereading={progressOf(phase)} />
    case 'using':
      return <Working progress={phase.progress} label="正在使用这些数据" />
    case 'used':
      return <UsedView used={phase.used} onClose={onClose} />
  }
}

export const ImportTab = ({ onClose }: { onClose: () => void }) => (
  <>
    <Trouble />
    <Body onClose={onClose} />
  </>
)
