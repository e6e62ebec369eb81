/** What the route is asked for: how many stops, of which areas and kinds, on foot or by car. */

import { useState } from 'react'
import type { Overview } from '../../../engine/contract/package.ts'
import type { Route as RouteAnswer } from '../../../engine/contract/studies/route.ts'
import { useSession } from '../../../view/store.ts'
import { STOPS } from '../../../view/studies/route/options.ts'
import { GAITS } from '../../../view/studies/route/route.ts'
import { Glyph } from '../../kit/Glyph.tsx'
import { useOptions } from '../hooks.ts'

export const WAYS = [
  ['walk', GAITS.walk.label],
  ['car', GAITS.car.label],
] as const

/** How many stops: the figure follows the thumb, the route is asked for when it is let go. */
export const HowMany = ({ count }: { count: number }) => {
  const [, set] = useOptions('route')
  const [moving, setMoving] = useState<number | null>(null)
  const shown = moving ?? count
  const settle = () => {
    if (moving !== null) set({ count: moving })
    setMoving(null)
  }
  return (
    <label className="route-count">
      <span>
        最紧急的 <b className="num">{shown}</b> 处
      </span>
      <input
        type="range"
        min={STOPS.least}
        max={STOPS.most}
        value={shown}
        onChange={(event) => setMoving(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </label>
  )
}

/** Several of a list: what is chosen stands under the field and can be taken out again. */
const Several = ({
  option,
  all,
  more,
  choices,
}: {
  option: 'areas' | 'kinds'
  /** what the field says while nothing is chosen, and after */
  all: string
  more: string
  choices: readonly { id: string; label: string }[]
}) => {
  const [options, set] = useOptions('route')
  const chosen = options[option]
  return (
    <div className="route-several">
      <select
        aria-label={all}
        value=""
        data-set={chosen.length > 0}
        onChange={(event) => set({ [option]: [...chosen, event.target.value] })}
      >
        <option value="">{chosen.length === 0 ? all : more}</option>
        {choices
          .filter(({ id }) => !chosen.includes(id))
          .map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
      </select>
      {chosen.map((id) => {
        const label = choices.find((choice) => choice.id === id)?.label ?? id
        return (
          <button
            key={id}
            type="button"
            className="chip"
            aria-label={`不限${label}`}
            onClick={() => set({ [option]: chosen.filter((other) => other !== id) })}
          >
            {label}
            <Glyph name="close" />
          </button>
        )
      })}
    </div>
  )
}

export const Choices = ({ overview, route }: { overview: Overview; route: RouteAnswer | null }) => {
  const office = useSession((s) => s.view.office)
  const [{ start }, set] = useOptions('route')
  const areas = overview.areas.filter((area) => office === null || area.office === office)
  const kinds = overview.standard.kinds.filter(({ entity }) => entity !== 'area')
  return (
    <div className="route-choices">
      <Several
        option="areas"
        all="全部居委会"
        more="再加一个居委会"
        choices={areas.map(({ code, shortName }) => ({ id: code, label: shortName }))}
      />
      <Several option="kinds" all="全部类型" more="再加一类" choices={kinds} />
      <select aria-label="起点" value={start} onChange={(event) => set({ start: event.target.value })}>
        <option value="">起点：怎么顺怎么走</option>
        {overview.offices.map(({ name }) => (
          <option key={name} value={`office:${name}`}>
            起点：{name}辖区中心
          </option>
        ))}
        {route?.stops.map(({ key, name }) => (
          <option key={key} value={key}>
            起点：{name}
          </option>
        ))}
      </select>
    </div>
  )
}
