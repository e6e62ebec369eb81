/** 整改任务单 on paper: one page a responsible unit. */
import type { TaskLine } from '../../../engine/contract/studies/plan.ts'
import { type Day, formatDay } from '../../../model/day.ts'
import { recheckWords, sheetsByUnit, type TaskRow } from '../../../scoring/task-sheets.ts'
import { useSession } from '../../../view/store.ts'
import { gainWords, NO_UNIT } from '../../../view/studies/plan/plan.ts'
import { Incomplete } from '../../shell/Unread.tsx'
import { PrintSheet } from '../PrintSheet.tsx'
import './task-sheets.css'

interface TaskSheetsProps {
  lines: readonly TaskLine[]
  /** whose score the gains are of */
  scope: string
  asOf: Day
}

const HEADINGS = ['序号', '居委会、点位', '检查项与条款', '要做什么', '整改期限', '可得分', '整改情况']

const What = ({ row }: { row: TaskRow<TaskLine> }) =>
  row.type === 'close' ? (
    <td>
      <b>销号：</b>
      {row.problem.description}
      <small>
        {row.problem.id} · {row.problem.severity} · {row.problem.state}
      </small>
    </td>
  ) : (
    <td>
      <b>{row.recheck.type === '取缔' ? '取缔：' : '复查：'}</b>
      {recheckWords(row.recheck)}
      <small>
        {row.recheck.day === null
          ? '现在的状态'
          : `${formatDay(row.recheck.day)} ${row.recheck.source ?? ''}检查`}
      </small>
    </td>
  )

const Due = ({ row }: { row: TaskRow<TaskLine> }) =>
  row.type === 'recheck' ? (
    <td>—</td>
  ) : (
    <td>
      {row.problem.dueOn === null ? '未定' : formatDay(row.problem.dueOn)}
      {row.problem.lateDays > 0 && <small>已逾期 {row.problem.lateDays} 天</small>}
    </td>
  )

/** The place, the item and the gain stand once for the rows of one action. */
const Row = ({ row, number, span }: { row: TaskRow<TaskLine>; number: number; span: number }) => {
  const { line } = row
  return (
    <tr>
      <td>{number}</td>
      {span > 0 && (
        <>
          <td rowSpan={span}>
            {line.areaName}
            <small>{line.siteName}</small>
          </td>
          <td rowSpan={span}>
            {line.itemText}
            <small>{line.clause}</small>
          </td>
        </>
      )}
      <What row={row} />
      <Due row={row} />
      {span > 0 && <td rowSpan={span}>{gainWords(line.gains[line.halves], line.worth).text}</td>}
      <td />
    </tr>
  )
}

/** Rows of the same action that follow, this one among them; 0 where it is not the first. */
const spanOf = (rows: readonly TaskRow<TaskLine>[], at: number): number => {
  const key = (row: TaskRow<TaskLine> | undefined) => row?.line.key
  if (key(rows[at - 1]) === key(rows[at])) return 0
  const end = rows.findIndex((row, i) => i > at && key(row) !== key(rows[at]))
  return (end < 0 ? rows.length : end) - at
}

/** 「销号 1 个问题，复查合格 2 项」, what there is none of left out. */
const countText = (rows: readonly TaskRow<TaskLine>[]): string => {
  const close = rows.filter(({ type }) => type === 'close').length
  const of = (kind: string) =>
    rows.filter((row) => row.type === 'recheck' && row.recheck.type === kind).length
  const parts = [
    close > 0 ? `销号 ${close} 个问题` : '',
    ...['复查合格', '取缔'].map((kind) => (of(kind) > 0 ? `${kind} ${of(kind)} 项` : '')),
  ]
  return parts.filter(Boolean).join('，')
}

export const TaskSheets = ({ lines, scope, asOf }: TaskSheetsProps) => {
  const district = useSession((s) => s.overview?.district)
  return (
    <PrintSheet>
      {sheetsByUnit(lines).map(({ unit, rows }) => (
        <section key={unit} className="task-sheet">
          <h1>整改任务单</h1>
          <p>
            <b>责任单位：{unit ?? NO_UNIT}</b>
            <span>{countText(rows)}</span>
            <span>
              {district?.title}
              {district?.synthetic ? '（示例数据）' : ''} · 截至 {formatDay(asOf)}
            </span>
          </p>
          <Incomplete />
          <table>
            <thead>
              <tr>
                {HEADINGS.map((heading) => (
                  <th key={heading}>{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <Row
                  key={`${row.line.key} ${row.type === 'close' ? row.problem.id : row.type}`}
                  row={row}
                  number={i + 1}
                  span={spanOf(rows, i)}
                />
              ))}
            </tbody>
          </table>
          <footer>
            <span>
              可得分：这一点位、这一检查项要做的都做完（别的单位要做的也做完）时，{scope}
              得分提高多少；“合改”要和同类的几项一起做才加分。
            </span>
            <span>签收：　　　　　　　日期：　　　　　　</span>
          </footer>
        </section>
      ))}
    </PrintSheet>
  )
}
