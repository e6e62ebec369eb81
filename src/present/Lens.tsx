/** 放大镜: the map around the pointer, twice as large, from a picture of it that was taken when the lens was asked for. */
import { useEffect, useRef } from 'react'
import { useSession } from '../view/store.ts'

const TIMES = 2

/** A picture that stays, as wide as the map's own is in pixels of the screen. */
const copyOf = (canvas: HTMLCanvasElement): HTMLCanvasElement => {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}

export const Lens = () => {
  const glass = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const drawn = useSession.getState().picture?.()
    const pen = glass.current?.getContext('2d')
    if (!drawn || !pen) return
    const ratio = drawn.width / drawn.clientWidth
    const picture = copyOf(drawn)
    const { canvas } = pen
    canvas.width = Math.round(canvas.clientWidth * ratio)
    canvas.height = canvas.width
    const moved = ({ clientX, clientY }: PointerEvent) => {
      const size = canvas.width / TIMES
      canvas.style.setProperty('translate', `calc(${clientX}px - 50%) calc(${clientY}px - 50%)`)
      pen.fillRect(0, 0, canvas.width, canvas.width)
      pen.drawImage(
        picture,
        clientX * ratio - size / 2,
        clientY * ratio - size / 2,
        size,
        size,
        0,
        0,
        canvas.width,
        canvas.width,
      )
      canvas.dataset.at = 'pointer'
    }
    addEventListener('pointermove', moved)
    return () => removeEventListener('pointermove', moved)
  }, [])
  return <canvas ref={glass} className="stage-lens" />
}
