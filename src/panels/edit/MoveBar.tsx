/** The bar while a point is moved: its new place, the 居委会 there, and the distance. */

import { useEffect, useRef } from 'react'
import type { Overview } from '../../engine/contract/package.ts'
import { distanceText, type Moving, moveEdit } from '../../view/moving.ts'
import { useSession } from '../../view/store.ts'
import { NO_TOOL } from '../../view/tool.ts'
import { Fault, useAnswer } from '../kit/engine.tsx'
import { FormButtons } from './FormButtons.tsx'
import { onEscape } from './form.ts'
import { PlaceInput } from './PlaceInput.tsx'
import { useSavingEdit } from './saving.ts'
import './tool-bar.css'

interface MoveBarProps {
  tool: Moving
  title: string
  overview: Overview
}

/** The selection says what is moved: another selection cancels the move. */
const useOwnSelection = ({ record, id }: Moving): void => {
  const own = useSession(({ view: { selection } }) => selection?.type === record && selection.id === id)
  const take = useSession((s) => s.take)
  useEffect(() => {
    if (!own) take(NO_TOOL)
  }, [own, take])
}

export const MoveBar = ({ tool, title, overview }: MoveBarProps) => {
  const { from, to } = tool
  const take = useSession((s) => s.take)
  const { busy, fault, save } = useSavingEdit()
  const bar = useRef<HTMLFormElement>(null)
  const answer = useAnswer(to === null ? null : ['areaAt', to])
  useOwnSelection(tool)
  useEffect(() => {
    bar.current?.focus({ preventScroll: true })
  }, [])
  const area = answer.value
  const cancel = () => take(NO_TOOL)
  const submit = async () => {
    if (to === null || area === null) return
    const way = from === null ? '' : `，移动 ${distanceText(from, to)}`
    await save(moveEdit(tool, to, area, overview), () => `已登记：${title} 移到${area.name}${way}`)
  }
  return (
    <form
      className="tool-bar panel"
      aria-label={`移动 ${title}`}
      tabIndex={-1}
      ref={bar}
      onKeyDown={onEscape(cancel)}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p aria-live="polite">
        <b>{title}</b>
        {to === null && <span>在地图上点出它的新位置</span>}
        {to !== null && answer.here && (
          <span data-tone={area === null ? 'bad' : undefined}>
            {area === null ? '这里不在任何居委会内，不能移到这里' : `移到${area.name}`}
            {from !== null && ` · 距原位 ${distanceText(from, to)}`}
          </span>
        )}
      </p>
      <Fault of={answer} />
      <PlaceInput at={to} onPlace={(place) => take({ ...tool, to: place })} />
      <FormButtons busy={busy} fault={fault} disabled={to === null || area === null} onCancel={cancel} />
    </form>
  )
}
