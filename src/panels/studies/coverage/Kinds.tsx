/** How many places of each kind were visited. */

import { goTo } from '../../../view/goto.ts'
import { percentText } from '../../kit/format.ts'
import { ShareBar } from '../../kit/ShareBar.tsx'
import type { Listed } from './Land.tsx'

export const Kinds = ({ coverage, areas }: Listed) => {
  const infos = new Map(areas.map((area) => [area.code, area]))
  const rows = coverage.kinds
    .map(({ id, label, areas: counts }) => {
      const listed = counts.flatMap((one, i) => {
        const area = infos.get(coverage.areas[i]?.code ?? '')
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
