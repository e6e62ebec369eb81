/** 新增问题: the next press on the map says where. */
import { useSession } from '../../view/store.ts'
import { NO_TOOL } from '../../view/tool.ts'
import { Glyph } from '../kit/Glyph.tsx'
import { useEditable } from './editable.ts'

export const AddButton = () => {
  const editable = useEditable()
  const on = useSession((s) => s.tool.type === 'add')
  const take = useSession((s) => s.take)
  if (!editable) return null
  return (
    <button
      type="button"
      className="text-button"
      aria-label="新增问题"
      aria-pressed={on}
      title="在地图上点出位置，登记一个新问题"
      onClick={() => take(on ? NO_TOOL : { type: 'add', spot: null })}
    >
      <Glyph name="add" />
      <span>
        新增<i>问题</i>
      </span>
    </button>
  )
}
