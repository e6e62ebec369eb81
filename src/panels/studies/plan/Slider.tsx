import type { Priorities } from '../../../engine/contract/studies/plan.ts'
import { linePath } from '../../../view/chart/path.ts'
import { scaleOf } from '../../../view/chart/scale.ts'
import { UNTICKED } from '../../../view/studies/plan/options.ts'
import { countOf, scorePath, USUAL_COUNT } from '../../../view/studies/plan/plan.ts'
import { scoreText } from '../../kit/format.ts'
import { useOptions } from '../hooks.ts'

/** The score against how many of the sequence are done. */
const Path = ({ path, at }: { path: readonly number[]; at: number | null }) => {
  const [low, high] = [path[0] as number, path[path.length - 1] as number]
  const x = scaleOf([0, path.length - 1], [0, 100])
  const y = scaleOf([low, high], [28, 2])
  return (
    <svg className="plan-path" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={linePath(
          path.map((score, n) => ({ x: x(n), y: y(score) })),
          2,
        )}
        vectorEffect="non-scaling-stroke"
      />
      {at !== null && <line x1={x(at)} x2={x(at)} y1="0" y2="30" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

interface SliderProps {
  found: Priorities
  /** how many are taken, null where another list is */
  count: number | null
  now: number | null
  onDrag: (count: number | null) => void
}

export const Slider = ({ found, count, now, onDrag }: SliderProps) => {
  const [options, set] = useOptions('plan')
  const path = now === null ? [] : scorePath(now, found.lines)
  const settle = (value: string) => {
    onDrag(null)
    const asked = Number(value)
    // Letting go where nothing was moved changes nothing.
    if (asked === count && asked === countOf(options, found.sequenced)) return
    set({ ...UNTICKED, first: asked === Math.min(USUAL_COUNT, found.sequenced) ? null : asked })
  }
  return (
    <div className="plan-slider">
      <label>
        <span>
          先改最见效的 <b className="num">{count ?? '—'}</b> 项
        </span>
        <input
          type="range"
          min={0}
          max={found.sequenced}
          value={count ?? 0}
          onChange={(event) => onDrag(Number(event.target.value))}
          onPointerUp={(event) => settle(event.currentTarget.value)}
          onKeyUp={(event) => event.key !== 'Tab' && settle(event.currentTarget.value)}
        />
      </label>
      {path.length > 1 && <Path path={path} at={count === null ? null : Math.min(count, path.length - 1)} />}
      {path.length > 1 && (
        <p className="plan-ends num">
          <span>不改 {scoreText(path[0] as number)}</span>
          <span>
            改 {path.length - 1} 项 {scoreText(path[path.length - 1] as number)}
          </span>
        </p>
      )}
    </div>
  )
}
