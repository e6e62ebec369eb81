/** 检查来源 beside each other: from 自查 to 暗访. */

import { officeScope } from '../../../model/scope.ts'
import { dayOf } from '../../../view/issue-query.ts'
import { useSession } from '../../../view/store.ts'
import { shareText } from '../../../view/studies/closure/closure.ts'
import { Fault, useAnswer } from '../../kit/engine.tsx'

export const Sources = () => {
  const office = useSession((s) => s.view.office)
  const asOf = useSession(dayOf)
  const window = useSession((s) => s.overview?.standard.window ?? 0)
  const asked = useAnswer(['sources', officeScope(office), asOf], [0])
  const answer = asked.value
  if (answer === null) return <Fault of={asked} />
  const { reference, sources } = answer
  return (
    <>
      <h3>各来源看到的有多大差别</h3>
      <table className="closure-table" aria-label="各来源比较">
        <thead>
          <tr>
            <th scope="col">来源</th>
            <th scope="col">检查项次</th>
            <th scope="col">均分</th>
            <th scope="col">问题</th>
            <th scope="col">整改率</th>
            <th scope="col">比{reference}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, checks, grade, found, fixed, gap, pairs }) => (
            <tr key={source}>
              <th scope="row">
                <span>{source}</span>
              </th>
              <td className="num">{checks}</td>
              <td className="num">{grade === null ? '—' : grade.toFixed(1)}</td>
              <td className="num">{found}</td>
              <td className="num">{shareText(found === 0 ? null : fixed / found)}</td>
              <td className="num">
                {source === reference ? (
                  '基准'
                ) : gap === null ? (
                  '—'
                ) : (
                  <>
                    {`${gap < 0 ? '−' : '+'}${Math.abs(gap).toFixed(1)}`}
                    <small>{pairs} 对</small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="study-note">
        近 {window} 天。均分为检查项得分（满分 10）；问题为期内发现，整改率为其中已整改的；“比{reference}
        ”是同一点位同一检查项各取期内最近一次，该来源减{reference}的平均分差，后为对数。正数说明看得比
        {reference}松。
      </p>
    </>
  )
}
