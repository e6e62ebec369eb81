/** Another day left of a line that can be moved: a second map, not interactive, that follows the first. */

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Board } from '../engine/contract/board.ts'
import { formatDay } from '../model/day.ts'
import type { Camera } from '../view/link/state.ts'
import type { Drawn } from './drawn.ts'
import { type KeptMap, keepMap, type MapTrouble } from './keeper.ts'
import type { Listeners } from './owner.ts'

interface SwipeProps {
  /** what the first map draws, with the other day's board */
  drawn: Drawn
  main: KeptMap
  /** is given what to call on every move of the first map */
  onFollow: (follow: ((camera: Camera) => void) | null) => void
  /** what is wrong with the second map, null when nothing is */
  onFault: (fault: MapTrouble | null) => void
  /** the day of the first map, for the label at the right */
  board: Board
}

const IDLE: Listeners = {
  onPoint: () => {},
  onPress: () => {},
  onCamera: () => {},
  onMove: () => {},
  onFrames: () => {},
  onReady: () => {},
}

/** Where the line may go, as a share of the free part of the window. */
const within = (share: number) => Math.min(0.98, Math.max(0.02, share))

export const Swipe = ({ drawn, main, onFollow, onFault, board }: SwipeProps) => {
  const container = useRef<HTMLDivElement>(null)
  const owner = useRef<KeptMap | null>(null)
  const [share, setShare] = useState(0.5)
  const { left: west = 0, right: east = 0, top = 0, bottom = 0 } = drawn.padding
  const first = useRef(drawn)
  useEffect(() => {
    if (container.current === null) return
    const made = keepMap(container.current, { ...first.current, hover: null }, IDLE, onFault, true)
    owner.current = made
    const follow = () => {
      const camera = main.camera()
      if (camera !== null) made.place(camera)
    }
    follow()
    onFollow((camera) => made.place(camera))
    const observer = new ResizeObserver(() => {
      made.resize()
      follow()
    })
    observer.observe(container.current)
    return () => {
      onFollow(null)
      onFault(null)
      observer.disconnect()
      made.remove()
      owner.current = null
    }
  }, [main, onFollow, onFault])
  useEffect(() => {
    owner.current?.draw(drawn)
  }, [drawn])

  // The line runs over the part of the map that no panel covers.
  const at = `calc(${west}px + ${share} * (100% - ${west + east}px))`
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.buttons === 0) return
    const free = innerWidth - west - east
    setShare(within((event.clientX - west) / Math.max(1, free)))
  }
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -0.05 : event.key === 'ArrowRight' ? 0.05 : 0
    if (by === 0) return
    event.preventDefault()
    setShare(within(share + by))
  }
  return (
    <>
      <div className="swipe unprinted" style={{ clipPath: `inset(0 calc(100% - (${at.slice(5, -1)})) 0 0)` }}>
        <div ref={container} className="map-canvas" />
      </div>
      <div className="swipe-line unprinted" style={{ left: at, top, bottom }}>
        <span className="num">{formatDay(drawn.board.asOf)}</span>
        <button
          type="button"
          role="slider"
          aria-label="对比分界"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(100 * share)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onKeyDown={step}
        >
          ⇔
        </button>
        <span className="num">{formatDay(board.asOf)}</span>
      </div>
    </>
  )
}
