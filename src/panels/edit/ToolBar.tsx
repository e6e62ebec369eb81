/** The bar above the map while a tool is active: what to press, and how to cancel. */

import { useEffect, useRef } from 'react'
import type { LonLat } from '../../model/position.ts'
import { titleOf } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { NO_TOOL } from '../../view/tool.ts'
import { onEscape } from './form.ts'
import { MoveBar } from './MoveBar.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import './tool-bar.css'

/** What stands in the bar is read out when it opens. */
const useBar = () => {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar.current?.focus({ preventScroll: true })
  }, [])
  return bar
}

const AddBar = () => {
  const take = useSession((s) => s.take)
  const bar = useBar()
  const cancel = () => take(NO_TOOL)
  const put = (at: LonLat) => take({ type: 'add', spot: { at, site: null } })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of tools is no fieldset
    <div
      className="tool-bar panel"
      role="group"
      aria-label="新增问题"
      tabIndex={-1}
      ref={bar}
      onKeyDown={onEscape(cancel)}
    >
      <p>
        <b>在地图上点出问题位置</b>
        <span>点到点位，就记在该点位上</span>
      </p>
      <PlaceInput at={null} onPlace={put} />
      <button type="button" className="text-button" data-escape onClick={cancel}>
        取消 <kbd>Esc</kbd>
      </button>
    </div>
  )
}

export const ToolBar = () => {
  const tool = useSession((s) => s.tool)
  const overview = useSession((s) => s.overview)
  if (overview === null) return null
  switch (tool.type) {
    case 'none':
      return null
    case 'add':
      return tool.spot === null ? <AddBar /> : null
    case 'move': {
      const ref = { type: tool.record, id: tool.id } as const
      const title = tool.record === 'issue' ? `问题 ${tool.id}` : titleOf(ref, overview)
      return <MoveBar key={tool.id} tool={tool} title={title} overview={overview} />
    }
  }
}
