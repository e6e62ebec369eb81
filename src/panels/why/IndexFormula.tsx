/** 整改指数 explained: its formula with the counts put in, and the way to the problems behind them. */

import { formatMonthDay } from '../../model/day.ts'
import type { Scope } from '../../model/scope.ts'
import { ISSUE_STATES } from '../../model/state.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { follow } from '../kit/follow.ts'
import { Glyph } from '../kit/Glyph.tsx'

interface PartProps {
  name: string
  weight: number
  part: number
  of: number
  /** what the two counts are of */
  what: string
  /** less is better: the share is taken from 1 */
  less?: boolean
}

const Part = ({ name, weight, part, of, what, less = false }: PartProps) => {
  const share = of === 0 ? 0 : part / of
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{what}</small>
      </th>
      <td className="num">
        {part}/{of}
      </td>
      <td className="num">
        {less ? '1 − ' : ''}
        {(100 * share).toFixed(1)}%
      </td>
      <td className="num">× {weight}</td>
      <td className="num">
        <b>{(weight * (less ? 1 - share : share)).toFixed(1)}</b>
      </td>
    </tr>
  )
}

export const IndexFormula = ({ within, onGone }: { within: Scope; onGone: () => void }) => {
  const asOf = useSession(dayOf)
  const index = useSession((s) => s.overview?.standard.index)
  const asked = useAnswer(['indexParts', within, asOf], [0])
  const parts = asked.value
  if (parts === null || !index) return <Pending of={asked}>正在计算…</Pending>
  const { from, due, outside, onTime, closed, fixed, reworked } = parts
  const see = () => {
    follow({ to: 'ledger', states: ISSUE_STATES, within, due: { from, to: asOf } })
    onGone()
  }
  return (
    <>
      <h3>
        整改指数 <b className="num">{parts.index === null ? '—' : parts.index.toFixed(1)}</b>
      </h3>
      <p>{`${formatMonthDay(from)}至${formatMonthDay(asOf)}到期 ${due} 个问题，完成整改 ${fixed} 个。只作参考，不计入得分。`}</p>
      {due === 0 ? (
        <p>这段时间没有到期的问题，不计算。</p>
      ) : (
        <>
          <table>
            <tbody>
              <Part name="按期处置率" what="按期整改 / 到期" weight={index.onTime} part={onTime} of={due} />
              <Part name="结案率" what="已销号 / 到期" weight={index.closed} part={closed} of={due} />
              <Part
                name="返工率"
                what="返工 / 完成整改"
                weight={index.noRework}
                part={reworked}
                of={fixed}
                less
              />
            </tbody>
          </table>
          {outside > 0 && <p>另有 {outside} 个到期问题不在任何居委会内：列入台账，不计算。</p>}
          <button type="button" className="text-button wide-button" onClick={see}>
            <Glyph name="table" /> 到台账看到期的 {due + outside} 个
          </button>
        </>
      )}
    </>
  )
}
