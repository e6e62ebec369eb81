/** 得分把握: between which ends each score lies. */

import { DRAWS, FEW, LEVEL } from '../../../scoring/score/confidence.ts'
import { type Span, shareIn } from '../../../view/chart/scale.ts'
import { goTo } from '../../../view/goto.ts'
import { intervalText, placesText, type SureRow } from '../../../view/studies/coverage/coverage.ts'
import { scoreText } from '../../kit/format.ts'

/** The scale all bars share: whole fives about all ends. */
const spanOf = (rows: readonly SureRow[]): Span => {
  const ends = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]))
  return [5 * Math.floor(Math.min(100, ...ends) / 5), 5 * Math.ceil(Math.max(0, ...ends) / 5)]
}

export const Sure = ({ rows }: { rows: readonly SureRow[] }) => {
  const [from, to] = spanOf(rows)
  const share = shareIn([from, to])
  const at = (score: number | null) => `${100 * share(score ?? from)}%`
  return (
    <>
      <p className="study-note">
        自助法 {100 * LEVEL}% 区间：每类点位按查到的结果逐个重抽 {DRAWS}{' '}
        次，未销号问题照计；只查了一个点位的分类，借用全区同类点位的差异。区间互相重叠的，名次不能断定先后。横轴{' '}
        {from}–{to} 分。
      </p>
      <ol className="sure-list">
        {rows.map((row) => (
          <li key={row.code}>
            <button type="button" className="row" onClick={() => goTo({ type: 'area', id: row.code })}>
              <b>{row.name}</b>
              <span className="num sure-score">{scoreText(row.total)}</span>
              <i className="sure-bar" title={`${intervalText(row)} 分`}>
                {row.low !== null && (
                  <i style={{ left: at(row.low), right: `calc(100% - ${at(row.high)})` }} />
                )}
                <em style={{ left: at(row.total) }} />
              </i>
              <span className="num sure-ends">{intervalText(row)}</span>
              <small className="num">
                {placesText(row)} · {row.sites} 个点位
                {row.single.length > 0 && (
                  <span title={row.single.join('、')}> · {row.single.length} 类只有一个</span>
                )}
              </small>
              {row.few && <small className="sure-few">依据不足 {FEW} 个点位</small>}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
