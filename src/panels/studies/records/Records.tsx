/** The list behind a figure: each line leads to its record on the map. */

import { useMemo } from 'react'
import type { Board } from '../../../engine/contract/board.ts'
import type { HonourMark, Overview } from '../../../engine/contract/package.ts'
import { formatDay } from '../../../model/day.ts'
import { officeScope, type Scope } from '../../../model/scope.ts'
import { neverText } from '../../../view/absent.ts'
import { areasOfClass, legendOf } from '../../../view/classes.ts'
import { gradeColour, waterColour } from '../../../view/colours.ts'
import { ofPoint } from '../../../view/framing.ts'
import { goTo } from '../../../view/goto.ts'
import { useSession } from '../../../view/store.ts'
import {
  honoursWithin,
  placesOverlay,
  placesVisited,
  watersWithin,
  withinOf,
} from '../../../view/studies/records/records.ts'
import { KindGlyph } from '../../kit/Glyph.tsx'
import { Segments } from '../../kit/Segments.tsx'
import { useOptions, useOverlay } from '../hooks.ts'
import { Line, Lines } from '../Lines.tsx'

interface ListProps {
  overview: Overview
  board: Board
  within: Scope
}

const Visits = ({ overview, board, within }: ListProps) => {
  const [options, set] = useOptions('records')
  const { unvisited, visited } = useMemo(
    () => placesVisited(overview, board, within),
    [overview, board, within],
  )
  const shown = options.visited ? visited : unvisited
  useOverlay(useMemo(() => placesOverlay(shown, overview), [shown, overview]))
  return (
    <>
      <p className="study-note">
        {overview.standard.window} 天内有检查记录的算查过；地图上的圆点就是下面列出的点位。
      </p>
      <Segments
        label="列出"
        options={[
          ['unvisited', `没查过 ${unvisited.length}`],
          ['visited', `查过 ${visited.length}`],
        ]}
        value={options.visited ? 'visited' : 'unvisited'}
        onChange={(next) => set({ visited: next === 'visited' })}
      />
      {shown.length === 0 && (
        <p className="empty">{options.visited ? '还没有查过的点位：请安排检查' : '每个点位都查过了'}</p>
      )}
      <Lines key={String(options.visited)} of={shown}>
        {({ id, name, kind, area, lastVisit }) => (
          <Line
            key={id}
            mark={<KindGlyph kind={overview.standard.kinds[kind]} />}
            title={name}
            note={[area, overview.standard.kinds[kind]?.label].filter(Boolean).join(' · ')}
            figure={lastVisit === null ? neverText(overview) : formatDay(lastVisit)}
            onGo={() => goTo({ type: 'site', id })}
          />
        )}
      </Lines>
    </>
  )
}

const Waters = ({ overview, board, within }: ListProps) => {
  const waters = watersWithin(overview, board, within)
  const { clean } = overview.standard.water.grades
  const black = waters.filter(({ grade }) => grade !== null && grade !== clean).length
  return (
    <>
      <p className="study-note">
        {overview.standard.waterWindow} 天内的监测数据：{waters.length} 条中 {black} 条黑臭。
      </p>
      <Lines of={waters}>
        {({ id, name, grade, rule }) => (
          <Line
            key={id}
            mark={<i className="water-mark" style={{ background: waterColour(overview.standard, grade) }} />}
            title={name}
            note={rule}
            figure={grade === null ? '无数据' : grade}
            onGo={() => goTo({ type: 'water', id })}
          />
        )}
      </Lines>
    </>
  )
}

/** An honour has no card: its place, else its 居委会, is where it leads. */
const goToHonour = ({ lon, lat, area }: HonourMark, overview: Overview): void => {
  const { change, fly } = useSession.getState()
  change({ honoursShown: true })
  const code = overview.areas[area]?.code
  if (!Number.isNaN(lon)) fly(ofPoint([lon, lat]))
  else if (code !== undefined) goTo({ type: 'area', id: code })
}

const Honours = ({ overview, board, within }: ListProps) => {
  const honours = honoursWithin(overview, within, board.asOf)
  return (
    <>
      <p className="study-note">
        到 {formatDay(board.asOf)} 共 {honours.reduce((sum, { count }) => sum + count, 0)}{' '}
        个。卫生家庭、创卫之星和示范户只记数量，不记名。
      </p>
      {honours.length === 0 && <p className="empty">还没有评选记录：请补充 honours.csv</p>}
      <Lines of={honours}>
        {(honour, i) => (
          <Line
            key={i}
            mark={null}
            title={honour.name ?? honour.kind}
            note={[
              honour.name === null ? '' : honour.kind,
              overview.areas[honour.area]?.shortName,
              honour.day === null ? '' : formatDay(honour.day),
              honour.basis,
            ]
              .filter(Boolean)
              .join(' · ')}
            figure={`${honour.count} 个`}
            onGo={() => goToHonour(honour, overview)}
          />
        )}
      </Lines>
    </>
  )
}

/** The 居委会 that have the colour of one line of the legend. */
const OfClass = ({ overview, board }: ListProps) => {
  const metric = useSession((s) => s.view.metric)
  const office = useSession((s) => s.view.office)
  const [options] = useOptions('records')
  const place = options.place === 'none' ? null : options.place
  const legend = legendOf(metric, overview.standard)
  const figures = board.areas.filter((area) => office === null || area.office === office)
  const rows = areasOfClass(metric, figures, overview.standard, place)
  return (
    <>
      <p className="study-note">
        {legend.title}：{place === null ? legend.noData : legend.classes[place]?.label}，{rows.length}{' '}
        个居委会。
      </p>
      {rows.length === 0 && <p className="empty">没有居委会在这一档</p>}
      <Lines of={rows}>
        {({ figures: area, figure }) => (
          <Line
            key={area.id}
            mark={<i className="swatch" style={{ background: gradeColour(overview.standard, area.grade) }} />}
            title={area.name}
            note={[area.office, area.grade].filter(Boolean).join(' · ')}
            figure={figure}
            onGo={() => goTo({ type: 'area', id: area.id })}
          />
        )}
      </Lines>
    </>
  )
}

const LISTS = { visits: Visits, waters: Waters, honours: Honours, class: OfClass } as const

export const Records = () => {
  const overview = useSession((s) => s.overview)
  const board = useSession((s) => s.board)
  const [{ list, within: place }] = useOptions('records')
  const office = useSession((s) => s.view.office)
  // A list that is not said to be of some place is of what the whole screen is of.
  const within = useMemo(
    () => (overview === null ? null : (withinOf(place, overview) ?? officeScope(office))),
    [place, office, overview],
  )
  if (overview === null || board === null) return <p className="empty">正在读取…</p>
  const List = LISTS[list]
  return <List overview={overview} board={board} within={within} />
}
