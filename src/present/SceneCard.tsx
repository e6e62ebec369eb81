/** A scene in the list: its picture, what it is called, what of it this package does not have. */
import type { DragEvent, KeyboardEvent, ReactNode } from 'react'
import type { Scene } from '../model/briefing.ts'
import { useThumbnails } from './thumbnails.ts'

interface SceneCardProps {
  scene: Scene
  number: number
  open: boolean
  /** names of what the package does not have */
  missing: readonly string[]
  /** where a scene that is dragged would stand */
  over: boolean
  movable: boolean
  onShow: () => void
  onMove: (by: number) => void
  drag: { onStart: () => void; onOver: () => void; onDrop: () => void; onEnd: () => void }
  children: ReactNode
}

export const SceneCard = ({
  scene,
  number,
  open,
  missing,
  over,
  movable,
  onShow,
  onMove,
  drag,
  children,
}: SceneCardProps) => {
  const picture = useThumbnails((s) => s.of.get(scene.link))
  const keyed = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || !movable) return
    event.preventDefault()
    onMove(by)
  }
  const dragged = (act: () => void) => (event: DragEvent) => {
    event.preventDefault()
    act()
  }
  return (
    <li
      className="scene"
      data-open={open}
      data-hidden={scene.hidden}
      data-over={over}
      draggable={movable && !open}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', scene.title)
        drag.onStart()
      }}
      onDragOver={dragged(drag.onOver)}
      onDrop={dragged(drag.onDrop)}
      onDragEnd={drag.onEnd}
    >
      <button
        type="button"
        className="scene-face"
        aria-current={open}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title={movable ? '看这一幕；Alt+↑、Alt+↓ 或拖动改变顺序' : '看这一幕'}
        onClick={onShow}
        onKeyDown={keyed}
      >
        {picture === undefined ? (
          <span className="scene-blank" aria-hidden="true">
            {number}
          </span>
        ) : (
          <img src={picture} alt="" />
        )}
        <b>
          <span className="num">{number}</span> {scene.title === '' ? '未命名' : scene.title}
        </b>
        {scene.hidden && <small>不放映</small>}
      </button>
      {missing.length > 0 && (
        <p className="scene-missing">这份数据里没有{missing.join('、')}，其余照常显示。</p>
      )}
      {children}
    </li>
  )
}
