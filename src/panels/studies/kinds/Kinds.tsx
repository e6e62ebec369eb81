/** 专项整治: how each kind of place stands; one of them, a page of its own. */
import type { ReactNode } from 'react'
import type { Overview } from '../../../engine/contract/package.ts'
import type { KindLine } from '../../../engine/contract/studies/kinds.ts'
import { officeScope } from '../../../model/scope.ts'
import type { Kind } from '../../../model/standard.ts'
import { figureText } from '../../../view/absent.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { changeOf, closingOf, sortedKinds } from '../../../view/studies/kinds/kinds.ts'
import { watersWithin } from '../../../view/studies/records/records.ts'
import { Pending, useAnswer } from '../../kit/engine.tsx'
import { follow } from '../../kit/follow.ts'
import { percentText } from '../../kit/format.ts'
import { KindGlyph } from '../../kit/Glyph.tsx'
import { ShareBar } from '../../kit/ShareBar.tsx'
import { useOptions } from '../hooks.ts'
import { ClosingBar } from './ClosingBar.tsx'
import { KindPage } from './KindPage.tsx'
import './kinds.css'

interface LineProps {
  kind: Kind | undefined
  title: string
  bar: ReactNode
  figure: string
  /** beside the figure, under the name */
  note: string
  late?: string
  onGo: () => void
}

const Line = ({ kind, title, bar, figure, note, late = '', onGo }: LineProps) => (
  <li>
    <button type="button" className="row kind-row" onClick={onGo}>
      <KindGlyph kind={kind} />
      <b>{title}</b>
      {bar}
      <span className="num">{figure}</span>
      <small className="num">
        {note}
        {late && <em>{late}</em>}
      </small>
    </button>
  </li>
)

const problemsText = ({ open }: KindLine, overview: Overview): string =>
  `未销号 ${figureText(overview, 'issues.csv', open)}`

const lateText = ({ overdue }: KindLine): string => (overdue > 0 ? ` 逾 ${overdue}` : '')

const List = ({ lines, overview }: { lines: readonly KindLine[]; overview: Overview }) => {
  const [, set] = useOptions('kinds')
  const { standard } = overview
  const { closing, others } = sortedKinds(lines)
  const kindOf = (id: string) => standard.kinds.find((kind) => kind.id === id)
  const line = (row: KindLine) => {
    const kind = kindOf(row.kind)
    const done = closingOf(row)
    const common = {
      kind,
      title: kind?.label ?? row.kind,
      late: lateText(row),
      onGo: () => set({ of: row.kind }),
    }
    const change = done === null ? '' : changeOf(done)
    return done !== null ? (
      <Line
        key={row.kind}
        {...common}
        bar={<ClosingBar states={row.states} />}
        figure={`${done.closed}/${done.of}`}
        note={`${done.word} ${percentText(done.share)}${change && ` · 比上月 ${change}`} · ${problemsText(row, overview)}`}
      />
    ) : (
      <Line
        key={row.kind}
        {...common}
        bar={<ShareBar share={row.rate} />}
        figure={row.rate === null ? '未查' : percentText(row.rate)}
        note={`${row.places} 处，查过 ${figureText(overview, 'inspections.csv', row.visited)} · ${problemsText(row, overview)}`}
      />
    )
  }
  return (
    <>
      {closing.length > 0 && (
        <>
          <h3>取缔与整治进度</h3>
          <ul className="kind-rows">{closing.map(line)}</ul>
        </>
      )}
      <Waters kind={standard.kinds.find(({ entity }) => entity === 'water')} overview={overview} />
      {others.length > 0 && (
        <>
          <h3>查得怎样（得分率低的在前）</h3>
          <ul className="kind-rows">{others.map(line)}</ul>
        </>
      )}
    </>
  )
}

/** The water bodies are no places, and have a list of their own. */
const Waters = ({ kind, overview }: { kind: Kind | undefined; overview: Overview }) => {
  const board = useSession((s) => s.board)
  const scope = officeScope(useSession((s) => s.view.office))
  const waters = board === null ? [] : watersWithin(overview, board, scope)
  if (waters.length === 0) return null
  const { clean } = overview.standard.water.grades
  const graded = waters.filter(({ grade }) => grade !== null)
  const black = graded.filter(({ grade }) => grade !== clean)
  return (
    <>
      <h3>黑臭水体</h3>
      <ul className="kind-rows">
        <Line
          kind={kind}
          title="水体"
          bar={<ShareBar share={graded.length === 0 ? null : 1 - black.length / graded.length} />}
          figure={`${black.length} 条`}
          note={`共 ${waters.length} 条，有监测的 ${graded.length} 条中黑臭 ${black.length} 条`}
          onGo={() => follow({ to: 'records', list: 'waters', within: scope })}
        />
      </ul>
    </>
  )
}

export const Kinds = () => {
  const overview = useSession((s) => s.overview)
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const [{ of }] = useOptions('kinds')
  const asked = useAnswer(of === null ? ['kinds', officeScope(office), asOf] : null, [0])
  if (overview === null) return null
  const kind = of === null ? undefined : overview.standard.kinds.find(({ id }) => id === of)
  if (kind !== undefined) return <KindPage key={kind.id} kind={kind} overview={overview} />
  if (asked.value === null) return <Pending of={asked}>正在统计…</Pending>
  if (asked.value.length === 0) return <p className="empty">这里还没有点位：请导入点位表</p>
  return <List lines={asked.value} overview={overview} />
}
