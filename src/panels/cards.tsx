/** Cards of one place, one problem, one water body. */
import type { IssueLine, VisitLine } from '../engine/api.ts'
import { waterColour } from '../map/scene.ts'
import { formatDay, formatMonthDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { useAnswer } from './engine.tsx'
import { KindGlyph, StateGlyph } from './Glyph.tsx'
import { goTo } from './goto.ts'
import { PhotoPair } from './Photo.tsx'

const Facts = ({ rows }: { rows: [string, string | null | undefined][] }) => (
  <dl className="rows">
    {rows.map(([name, value]) =>
      value ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

const IssueRow = ({ issue }: { issue: IssueLine }) => (
  <li>
    <button type="button" className="issue-row" onClick={() => goTo({ type: 'issue', id: issue.id })}>
      <StateGlyph state={issue.state} />
      <span>
        {issue.description}
        <small>
          {formatMonthDay(issue.foundOn)}发现 · {issue.severity} · {issue.state}
          {issue.state === '逾期' ? ` ${issue.lateDays} 天` : ''}
        </small>
      </span>
    </button>
  </li>
)

const Issues = ({ issues }: { issues: readonly IssueLine[] }) => {
  if (issues.length === 0) return <p className="empty">没有登记过问题</p>
  return (
    <ul className="plain-list">
      {issues.slice(0, 40).map((issue) => (
        <IssueRow key={issue.index} issue={issue} />
      ))}
    </ul>
  )
}

const Visits = ({ visits }: { visits: readonly VisitLine[] }) => {
  if (visits.length === 0) return <p className="empty">还没有检查记录：请安排一次检查</p>
  return (
    <ul className="visits">
      {visits.slice(0, 8).map((visit) => (
        <li key={`${visit.day} ${visit.visit}`}>
          <h4>
            <time className="num">{formatDay(visit.day)}</time> {visit.source}
            <small>{visit.visit}</small>
          </h4>
          <ul>
            {visit.items.map((item) => (
              <li key={item.text} data-counts={item.counts}>
                <span>{item.text}</span>
                <b className="num">{item.grade === null ? item.result : item.grade.toFixed(1)}</b>
                <small>
                  {item.result}
                  {item.defects === null ? '' : ` · ${item.defects} 处缺陷`}
                  {item.note ? ` · ${item.note}` : ''}
                  {item.counts ? ' · 计分' : ''}
                </small>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {visits.length > 8 && <li className="empty">另有 {visits.length - 8} 次更早的检查</li>}
    </ul>
  )
}

export const SitePanel = ({ id }: { id: string }) => {
  const session = useSession()
  const asOf = dayOf(session)
  const card = useAnswer(`site ${id} ${asOf}`, (engine) => engine.site(id, asOf))
  const { overview } = session
  if (card === null || overview === null) return <p className="empty">正在读取…</p>
  const kind = overview.standard.kinds.find((k) => k.id === card.kind)
  return (
    <>
      <div className="card-head">
        <KindGlyph kind={kind} />
        <div>
          <p>
            {kind?.label}
            {card.status ? ` · ${card.status}` : ''}
          </p>
          <p className="num rate">
            {card.rate === null ? '近期未查' : `得分率 ${(card.rate * 100).toFixed(0)}%`}
          </p>
        </div>
      </div>
      <Facts
        rows={[
          ['居委会', [card.areaName, card.office].filter(Boolean).join(' · ')],
          ['责任单位', card.responsible],
          [
            '责任链条',
            card.duty
              ? [
                  card.duty.lead && `牵头 ${card.duty.lead}`,
                  card.duty.support && `分包 ${card.duty.support}`,
                  card.duty.grid && `网格 ${card.duty.grid}`,
                ]
                  .filter(Boolean)
                  .join('；')
              : null,
          ],
          ['编号', card.id],
          ['落点', card.placing],
          [
            '分属',
            card.shares.length > 1
              ? card.shares.map((s) => `${s.name} ${(s.share * 100).toFixed(0)}%`).join('、')
              : null,
          ],
        ]}
      />
      {card.statusHistory.length > 0 && (
        <section>
          <h3>整治进展</h3>
          <ul className="history">
            {card.statusHistory.map((h) => (
              <li key={`${h.day} ${h.status}`}>
                <time className="num">{formatDay(h.day)}</time>
                <b>{h.status}</b>
                <small>{h.basis}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>
          问题<small className="num">{card.issues.length}</small>
        </h3>
        <Issues issues={card.issues} />
      </section>
      <section>
        <h3>
          检查<small className="num">{card.visits.length} 次</small>
        </h3>
        <Visits visits={card.visits} />
      </section>
    </>
  )
}

const Steps = ({ issue, asOf }: { issue: IssueLine; asOf: number }) => {
  const steps: [string, number | null, string][] = [
    ['发现', issue.foundOn, issue.source ?? ''],
    [
      '期限',
      issue.dueOn,
      issue.dueOn === null ? '未定期限' : issue.lateDays > 0 ? `逾期 ${issue.lateDays} 天` : '',
    ],
    [
      '整改',
      issue.fixedOn,
      issue.fixedOn === null ? '未完成' : issue.reworks > 0 ? `返工 ${issue.reworks} 次` : '',
    ],
    ['销号', issue.verifiedOn, issue.verifiedOn === null ? '未复查' : ''],
  ]
  return (
    <ol className="steps">
      {steps.map(([name, day, note]) => (
        <li
          key={name}
          data-done={day !== null && day <= asOf}
          data-late={name === '期限' && issue.lateDays > 0}
        >
          <b>{name}</b>
          <time className="num">{day === null ? '—' : formatDay(day)}</time>
          <small>{note}</small>
        </li>
      ))}
    </ol>
  )
}

export const IssuePanel = ({ id }: { id: string }) => {
  const session = useSession()
  const asOf = dayOf(session)
  const issue = useAnswer(`issue ${id} ${asOf}`, (engine) =>
    engine.issue(id, asOf).then((found) => ({ found })),
  )
  const { overview } = session
  if (issue === null || overview === null) return <p className="empty">正在读取…</p>
  const { found } = issue
  if (found === null) return <p className="empty">截至 {formatDay(asOf)}，这个问题还没有登记</p>
  const { siteId, siteName } = found
  const kind = overview.standard.kinds.find((k) => k.id === found.kind)
  const isSite = siteId !== null && overview.sites.id.includes(siteId)
  return (
    <>
      <div className="card-head">
        <StateGlyph state={found.state} />
        <div>
          <p>
            {found.state}
            {found.state === '逾期' ? ` ${found.lateDays} 天` : ''} · {found.severity}
          </p>
          <p className="num rate">{found.id}</p>
        </div>
      </div>
      <p className="issue-text">{found.description || '（没有填问题描述）'}</p>
      <Steps issue={found} asOf={asOf} />
      <PhotoPair before={found.photoBefore} after={found.photoAfter} />
      <Facts
        rows={[
          ['检查项', found.itemText],
          ['分类', found.categoryLabel],
          ['居委会', [found.areaName, found.office].filter(Boolean).join(' · ')],
          ['责任单位', found.responsible],
        ]}
      />
      {siteName !== null && (
        <button
          type="button"
          className="link-row"
          disabled={!isSite}
          onClick={() => isSite && goTo({ type: 'site', id: siteId })}
        >
          <KindGlyph kind={kind} />
          <span>
            {siteName}
            <small>{kind?.label}</small>
          </span>
        </button>
      )}
    </>
  )
}

export const WaterPanel = ({ id }: { id: string }) => {
  const session = useSession()
  const asOf = dayOf(session)
  const card = useAnswer(`water ${id} ${asOf}`, (engine) => engine.water(id, asOf))
  const { overview } = session
  if (card === null || overview === null) return <p className="empty">正在读取…</p>
  const { figure } = card
  const colour = (grade: string | null) => waterColour(overview, grade)
  return (
    <>
      <div className="card-head">
        <i className="water-mark" style={{ background: colour(figure.grade) }} />
        <div>
          <p className="water-grade">
            {figure.grade === null
              ? '没有监测数据'
              : figure.grade === overview.standard.water.grades.clean
                ? figure.grade
                : `${figure.grade}黑臭`}
          </p>
          <p>{figure.rule}</p>
        </div>
      </div>
      {figure.insufficient.map((reason) => (
        <p key={reason} className="notice">
          数据不足：{reason}
        </p>
      ))}
      <Facts
        rows={[
          ['责任单位', card.responsible],
          ['判定依据', overview.standard.water.source],
        ]}
      />
      <section>
        <h3>
          监测点<small>{overview.standard.waterWindow} 天内</small>
        </h3>
        <ul className="stations">
          {figure.stations.map((s) => (
            <li key={s.name}>
              <i style={{ background: colour(s.grade) }} />
              <b>{s.name}</b>
              <span>{s.grade ?? '无数据'}</span>
              <small>
                {s.rule} · {s.samples} 次
              </small>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>监测数据</h3>
        <div className="scroll-x">
          <table className="samples num">
            <thead>
              <tr>
                <th>监测点</th>
                <th>日期</th>
                <th>透明度 cm</th>
                <th>溶解氧 mg/L</th>
                <th>电位 mV</th>
                <th>氨氮 mg/L</th>
              </tr>
            </thead>
            <tbody>
              {card.samples.slice(0, 60).map((s) => (
                <tr key={`${s.station} ${s.day}`}>
                  <td>{s.station}</td>
                  <td>{formatMonthDay(s.day)}</td>
                  <td>{s.transparency}</td>
                  <td>{s.dissolvedOxygen}</td>
                  <td>{s.orp}</td>
                  <td>{s.ammonia}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section>
        <h3>
          问题<small className="num">{card.issues.length}</small>
        </h3>
        <Issues issues={card.issues} />
      </section>
    </>
  )
}
