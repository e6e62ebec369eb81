/** 排查覆盖: what has really been looked at, what has not, and how sure the scores are that rest on it. */

import { useMemo } from 'react'
import type { AreaInfo } from '../../../engine/contract/package.ts'
import type {
  BlindSpot,
  Coverage as CoverageAnswer,
  ScoreInterval,
} from '../../../engine/contract/studies/coverage.ts'
import { DRAWS, FEW, LEVEL } from '../../../scoring/score/confidence.ts'
import { type Span, shareIn } from '../../../view/chart/scale.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import {
  blindName,
  coverageOverlay,
  hectaresText,
  intervalOverlay,
  intervalText,
  landOf,
  muText,
  NUMBERED,
  placesText,
  type SureRow,
  sureRows,
} from '../../../view/studies/coverage/coverage.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { percentText, scoreText } from '../../kit/format.ts'
import { goTo } from '../../kit/goto.ts'
import { List } from '../../kit/List.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import './coverage.css'

const PARTS = [
  ['land', '覆盖'],
  ['kinds', '各类点位'],
  ['sure', '得分把握'],
] as const

const shareText = (share: number | null): string => {
  if (share === null) return '—'
  // Not all is never shown as all, and something never as nothing.
  const percent = 100 * share
  return `${(share < 1 ? Math.min(99.9, percent) : percent).toFixed(1)}%`
}

const BlindRow = ({ spot, at }: { spot: BlindSpot; at: number }) => {
  const fly = useSession((s) => s.fly)
  return (
    <li>
      <button
        type="button"
        className="blind-row"
        onClick={() => fly({ type: 'bounds', bounds: spot.bounds })}
      >
        <i className="blind-number num">{at + 1}</i>
        <span>
          {blindName(spot)}
          <small>{spot.office}</small>
        </span>
        <b className="num">
          {hectaresText(spot.hectares)}
          <small>{muText(spot.hectares)}</small>
        </b>
      </button>
    </li>
  )
}

const BlindList = ({ blind, rest }: { blind: readonly BlindSpot[]; rest: string }) => {
  if (blind.length === 0) return <p className="empty">没有 0.1 公顷以上的盲区</p>
  return (
    <>
      <List ordered of={blind} first={NUMBERED} more={() => `展开全部 ${blind.length} 处`}>
        {(spot, i) => <BlindRow key={`${spot.areaCode} ${spot.at}`} spot={spot} at={i} />}
      </List>
      {rest !== '' && <p className="study-note">{rest}</p>}
    </>
  )
}

interface Listed {
  coverage: CoverageAnswer
  /** areas listed, in the order of Overview.areas; null = another office's */
  areas: readonly (AreaInfo | null)[]
}

const Land = ({ coverage, areas }: Listed) => {
  const { radius, window, cell, whole, visited, placeless } = coverage
  const listed = coverage.areas.filter((_, i) => areas[i] !== null)
  const codes = new Set(listed.map(({ code }) => code))
  const blind = coverage.blind.filter(({ areaCode }) => codes.has(areaCode))
  const small = coverage.small.filter((_, i) => areas[i] !== null)
  const land = landOf(listed)
  const [count, hectares] = [
    small.reduce((sum, one) => sum + one.count, 0),
    small.reduce((sum, one) => sum + one.hectares, 0),
  ]
  const office = useSession((s) => s.view.office)
  const ground = whole ? '面积' : '建成区'
  const rows = areas
    .flatMap((area, i) =>
      area === null ? [] : [{ area, cover: coverage.areas[i] as (typeof listed)[number] }],
    )
    .sort((a, b) => (a.cover.share ?? 2) - (b.cover.share ?? 2))
  return (
    <>
      <dl className="study-figures">
        <div>
          <dt>
            {office === null && '全区'}
            {ground}覆盖率
          </dt>
          <dd className="num">{shareText(land.share)}</dd>
        </div>
        <div>
          <dt>盲区</dt>
          <dd className="num">
            {blind.length}
            <small> 处</small>
          </dd>
        </div>
        <div>
          <dt>没看到的{ground}</dt>
          <dd className="num">
            {(land.land - land.covered).toFixed(1)}
            <small> 公顷</small>
          </dd>
        </div>
      </dl>
      <p className="study-note">
        {window} 天内检查过的 {visited} 个点位，周围 {radius} 米以内算看到；按 {cell} 米方格计数。
        {whole && '底图没有建成区，按居委会全部面积计。'}
        {placeless > 0 && `其中 ${placeless} 个点位没有坐标，没有计入。`}
        整体检查居委会的不算看到某处。
      </p>
      <h3>盲区，大的在前</h3>
      <BlindList
        blind={blind}
        rest={count === 0 ? '' : `另有不足 0.1 公顷的 ${count} 处，共 ${hectaresText(hectares)}`}
      />
      <h3>各居委会</h3>
      <ul className="cover-list">
        {rows.map(({ area, cover }) => (
          <li key={area.code}>
            <button type="button" onClick={() => goTo({ type: 'area', id: area.code })}>
              <b>{area.shortName}</b>
              <ShareBar share={cover.share} />
              <span className="num">{shareText(cover.share)}</span>
              <small className="num">
                {cover.share === null ? '没有建成区' : `余 ${hectaresText(cover.land - cover.covered)}`}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const Kinds = ({ coverage, areas }: Listed) => {
  const rows = coverage.kinds
    .map(({ id, label, areas: counts }) => {
      const listed = counts.flatMap((one, i) => {
        const area = areas[i]
        return area ? [{ ...one, area }] : []
      })
      return {
        id,
        label,
        sites: listed.reduce((sum, one) => sum + one.sites, 0),
        visited: listed.reduce((sum, one) => sum + one.visited, 0),
        missing: listed
          .filter((one) => one.visited < one.sites)
          .sort((a, b) => b.sites - b.visited - (a.sites - a.visited)),
      }
    })
    .filter(({ sites }) => sites > 0)
    .sort((a, b) => a.visited / a.sites - b.visited / b.sites || b.sites - a.sites)
  return (
    <>
      <p className="study-note">
        {coverage.window} 天内查过的点位 / 全部点位，差的在前；下面是还有点位没查的居委会。
      </p>
      <ul className="cover-list">
        {rows.map(({ id, label, sites, visited, missing }) => (
          <li key={id}>
            <div className="cover-kind">
              <b>{label}</b>
              <ShareBar share={visited / sites} />
              <span className="num">{percentText(visited / sites)}</span>
              <small className="num">
                {visited} / {sites}
              </small>
            </div>
            {missing.length > 0 && (
              <p className="cover-missing">
                {missing.map(({ area, sites: all, visited: seen }) => (
                  <button
                    key={area.code}
                    type="button"
                    className="text-button"
                    title={`${area.name}：${all} 个点位，查过 ${seen} 个`}
                    onClick={() => goTo({ type: 'area', id: area.code })}
                  >
                    {area.shortName} 缺 {all - seen}
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The scale all bars share: whole fives about all ends. */
const spanOf = (rows: readonly SureRow[]): Span => {
  const ends = rows.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]))
  return [5 * Math.floor(Math.min(100, ...ends) / 5), 5 * Math.ceil(Math.max(0, ...ends) / 5)]
}

const Sure = ({ rows }: { rows: readonly SureRow[] }) => {
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
            <button type="button" onClick={() => goTo({ type: 'area', id: row.code })}>
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

const useListed = (coverage: CoverageAnswer | null) => {
  const areas = useSession((s) => s.overview?.areas)
  const office = useSession((s) => s.view.office)
  return useMemo(() => {
    const listed = (areas ?? []).map((area) => (office === null || area.office === office ? area : null))
    return { listed, overlay: coverage === null ? null : coverageOverlay(coverage, listed) }
  }, [areas, office, coverage])
}

const useSure = (intervals: readonly ScoreInterval[] | null) => {
  const areas = useSession((s) => s.overview?.areas)
  const office = useSession((s) => s.view.office)
  return useMemo(
    () =>
      intervals === null
        ? null
        : { rows: sureRows(intervals, areas ?? [], office), overlay: intervalOverlay(intervals) },
    [intervals, areas, office],
  )
}

export const Coverage = () => {
  const asOf = useSession(dayOf)
  const [{ part }, set] = useOptions('coverage')
  const sureShown = part === 'sure'
  const covered = useAnswer(['coverage', asOf], [])
  const coverage = covered.value
  const intervals = useAnswer(sureShown ? ['intervals', asOf] : null, [])
  const { listed, overlay } = useListed(coverage)
  const sure = useSure(intervals.value)
  useOverlay(sureShown ? (sure?.overlay ?? null) : overlay)
  return (
    <>
      <Segments label="看什么" options={PARTS} value={part} onChange={(next) => set({ part: next })} />
      {sureShown ? (
        sure === null ? (
          <Pending of={intervals}>正在重抽…</Pending>
        ) : (
          <Sure rows={sure.rows} />
        )
      ) : coverage === null ? (
        <Pending of={covered}>正在量覆盖…</Pending>
      ) : part === 'kinds' ? (
        <Kinds coverage={coverage} areas={listed} />
      ) : (
        <Land coverage={coverage} areas={listed} />
      )}
    </>
  )
}
