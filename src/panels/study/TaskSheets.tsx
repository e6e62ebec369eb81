/** 整改任务单 on paper: one page a responsible unit, there only while it is printed. */
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { PriorityLine } from '../../engine/study-plan.ts'
import { type Day, formatDay } from '../../model/day.ts'
import { gainWords, sheetsByUnit } from '../../view/plan.ts'
import { useSession } from '../../view/store.ts'
import './task-sheets.css'

interface TaskSheetsProps {
  lines: readonly PriorityLine[]
  /** whose score the gains are of */
  scope: string
  asOf: Day
  onDone: () => void
}

const HEADINGS = ['序号', '问题', '居委会、点位', '检查项与条款', '整改期限', '可得分', '整改情况']

export const TaskSheets = ({ lines, scope, asOf, onDone }: TaskSheetsProps) => {
  const district = useSession((s) => s.overview?.district)
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true })
    print()
    return () => removeEventListener('afterprint', onDone)
  }, [onDone])
  return createPortal(
    <div className="task-sheets">
      {sheetsByUnit(lines).map(({ unit, lines: of }) => (
        <section key={unit} className="task-sheet">
          <h1>整改任务单</h1>
          <p>
            <b>责任单位：{unit}</b>
            <span>共 {of.length} 个问题</span>
            <span>
              {district?.title}
              {district?.synthetic ? '（示例数据）' : ''} · 截至 {formatDay(asOf)}
            </span>
          </p>
          <table>
            <thead>
              <tr>
                {HEADINGS.map((heading) => (
                  <th key={heading}>{heading}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {of.map((line, i) => (
                <tr key={line.index}>
                  <td>{i + 1}</td>
                  <td>
                    {line.description}
                    <small>
                      {line.id} · {line.severity} · {line.state}
                    </small>
                  </td>
                  <td>
                    {line.areaName}
                    <small>{line.siteName}</small>
                  </td>
                  <td>
                    {line.itemText}
                    <small>{line.clause}</small>
                  </td>
                  <td>
                    {line.dueOn === null ? '未定' : formatDay(line.dueOn)}
                    {line.lateDays > 0 && <small>已逾期 {line.lateDays} 天</small>}
                  </td>
                  <td>{gainWords(line).text}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
          <footer>
            <span>
              可得分：只销这一个时，{scope}
              得分提高多少；“合改”要和同类的一起销才加分；“检查已扣”要复查检查合格才加分。
            </span>
            <span>签收：　　　　　　　日期：　　　　　　</span>
          </footer>
        </section>
      ))}
    </div>,
    document.body,
  )
}
