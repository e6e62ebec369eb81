/** 移动位置: takes up the tool, or says why this record cannot be moved on the map. */
import { useState } from 'react'
import { ofPoint } from '../../view/framing.ts'
import { goTo } from '../../view/goto.ts'
import { type Fixed, type Moving, movingOf } from '../../view/moving.ts'
import { useSession } from '../../view/store.ts'
import { tellTrouble, useEngine } from '../kit/engine.tsx'

interface MovingState {
  refused: Fixed | null
  begin: () => Promise<void>
  clear: () => void
}

export const useMoving = (record: Moving['record'], id: string): MovingState => {
  const engine = useEngine()
  const [refused, setRefused] = useState<Fixed | null>(null)
  return {
    refused,
    clear: () => setRefused(null),
    begin: async () => {
      const raw = await engine.fieldsOf(record, id)
      const { overview, take, fly } = useSession.getState()
      if (overview === null) return
      const answer = movingOf(record, id, raw, overview)
      if (answer.type === 'fixed') {
        setRefused(answer)
        return
      }
      setRefused(null)
      take(answer.tool)
      if (answer.tool.from !== null) fly(ofPoint(answer.tool.from))
    },
  }
}

export const MoveButton = ({ moving, onMove }: { moving: MovingState; onMove?: () => void }) => {
  const on = useSession((s) => s.tool.type === 'move')
  return (
    <button
      type="button"
      className="text-button"
      aria-pressed={on}
      onClick={() => {
        onMove?.()
        moving.begin().catch(tellTrouble)
      }}
    >
      移动位置
    </button>
  )
}

export const MoveRefused = ({ moving: { refused } }: { moving: MovingState }) => {
  if (refused === null) return null
  const { site } = refused
  return (
    <div className="notice" role="status">
      <p>{refused.why}</p>
      {site !== null && (
        <button type="button" className="text-button" onClick={() => goTo({ type: 'site', id: site })}>
          去看点位
        </button>
      )}
    </div>
  )
}
