/** The share of the built-up land somebody was near, and the blind spots. */

import type { AreaInfo } from '../../../engine/contract/package.ts'
import type { BlindSpot, Coverage as CoverageAnswer } from '../../../engine/contract/studies/coverage.ts'
import { ofBounds } from '../../../view/framing.ts'
import { goTo } from '../../../view/goto.ts'
import { useSession } from '../../../view/store.ts'
import { blindName, hectaresText, landOf, muText, NUMBERED } from '../../../view/studies/coverage/coverage.ts'
import { FigureGrid } from '../../kit/FigureGrid.tsx'
import { List } from '../../kit/List.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'

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
      <button type="button" className="row blind-row" onClick={() => fly(ofBounds(spot.bounds))}>
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

export interface Listed {
  coverage: CoverageAnswer
  areas: readonly AreaInfo[]
}

export const Land = ({ coverage, areas }: Listed) => {
  const { radius, window, cell, whole, visited, placeless, blind, small } = coverage
  const land = landOf(coverage.areas)
  const [count, hectares] = [
    small.reduce((sum, one) => sum + one.count, 0),
    small.reduce((sum, one) => sum + one.hectares, 0),
  ]
  const office = useSession((s) => s.view.office)
  const ground = whole ? '面积' : '建成区'
  const infos = new Map(areas.map((area) => [area.code, area]))
  const rows = coverage.areas
    .flatMap((cover) => {
      const area = infos.get(cover.code)
      return area === undefined ? [] : [{ area, cover }]
    })
    .sort((a, b) => (a.cover.share ?? 2) - (b.cover.share ?? 2))
  return (
    <>
      <FigureGrid
        of={[
          { name: `${office === null ? '全区' : ''}${ground}覆盖率`, value: shareText(land.share) },
          { name: '盲区', value: blind.length, unit: '处' },
          { name: `没看到的${ground}`, value: (land.land - land.covered).toFixed(1), unit: '公顷' },
        ]}
      />
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
            <button type="button" className="row" onClick={() => goTo({ type: 'area', id: area.code })}>
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
