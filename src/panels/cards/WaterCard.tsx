/** A water body: its grade, the rule that decided it, its stations and samples. */

import { useState } from 'react'
import type { WaterCard as Card } from '../../engine/contract/cards.ts'
import type { Overview } from '../../engine/contract/package.ts'
import { formatMonthDay } from '../../model/day.ts'
import { waterColour } from '../../view/colours.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { Facts } from '../kit/Facts.tsx'
import { IssueList } from './IssueList.tsx'
import { VisitList } from './VisitList.tsx'
import { WaterCharts } from './WaterCharts.tsx'
import './cards.css'
import './water.css'

/** Samples listed; the rest is in the file. */
const MOST = 60

const gradeText = (grade: string | null, clean: string): string =>
  grade === null ? '没有监测数据' : grade === clean ? grade : `${grade}黑臭`

/** How often each indicator reached 轻度 or worse. */
const countsText = (
  { counts }: Card['figure']['stations'][number],
  { water }: Overview['standard'],
): string =>
  counts
    .filter(({ light }) => light > 0)
    .map(({ id, light, data }) => `${water.indicators.find((i) => i.id === id)?.label} ${light}/${data}`)
    .join(' · ')

interface StationsProps {
  card: Card
  overview: Overview
  chosen: string | null
  onChoose: (station: string | null) => void
}

const Stations = ({ card, overview, chosen, onChoose }: StationsProps) => (
  <section>
    <h3 className="head">
      监测点<small>{overview.standard.waterWindow} 天内；点一个，上图只看它</small>
    </h3>
    {card.figure.stations.length === 0 && <p className="empty">没有监测点：请在 water-samples.csv 补充</p>}
    <ul className="stations">
      {card.figure.stations.map((station) => (
        <li key={station.name}>
          <button
            type="button"
            className="row"
            aria-pressed={chosen === station.name}
            onClick={() => onChoose(chosen === station.name ? null : station.name)}
          >
            <i className="swatch" style={{ background: waterColour(overview.standard, station.grade) }} />
            <b>{station.name}</b>
            <span>{station.grade ?? '无数据'}</span>
            <small>
              {station.rule} · 可用监测 {station.samples} 次
            </small>
            {countsText(station, overview.standard) !== '' && (
              <small>
                {overview.standard.water.grades.light}及以上：{countsText(station, overview.standard)}
              </small>
            )}
          </button>
        </li>
      ))}
    </ul>
  </section>
)

const Samples = ({ samples, overview }: { samples: Card['samples']; overview: Overview }) => {
  if (samples.length === 0) return null
  return (
    <section>
      <h3 className="head">
        监测数据<small className="num">{samples.length} 次</small>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll-x" aria-label="监测数据表" tabIndex={0}>
        <table className="samples num">
          <thead>
            <tr>
              <th scope="col">监测点</th>
              <th scope="col">日期</th>
              {overview.standard.water.indicators.map((indicator) => (
                <th key={indicator.id} scope="col">
                  {indicator.label}
                  <small>{indicator.unit}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.slice(0, MOST).map((sample, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a station can be sampled twice a day; rows never move
              <tr key={i}>
                <td>{sample.station}</td>
                <td>{formatMonthDay(sample.day)}</td>
                {overview.standard.water.indicators.map((indicator) => (
                  <td key={indicator.id}>{sample.readings[indicator.id].text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {samples.length > MOST && <p className="empty">只列出最近 {MOST} 次</p>}
    </section>
  )
}

export const WaterCard = ({ id }: { id: string }) => {
  const asOf = useSession(dayOf)
  const [station, setStation] = useState<string | null>(null)
  const overview = useSession((s) => s.overview)
  const asked = useAnswer(['water', id, asOf], [0])
  const card = asked.value
  if (card === null || overview === null) return <Pending of={asked}>正在读取…</Pending>
  const { figure } = card
  // On another day a station may have no sample.
  const chosen = figure.stations.some(({ name }) => name === station) ? station : null
  return (
    <>
      <div className="card-head">
        <i className="water-mark" style={{ background: waterColour(overview.standard, figure.grade) }} />
        <div>
          <p className="card-figure">{gradeText(figure.grade, overview.standard.water.grades.clean)}</p>
          <p>{figure.rule}</p>
        </div>
      </div>
      {figure.insufficient.map((reason) => (
        <p key={reason} className="notice">
          数据不足：{reason}
        </p>
      ))}
      {figure.unlocated > 0 && (
        <p className="notice">{figure.unlocated} 个监测点没有坐标，与相邻监测点的间距未核对</p>
      )}
      <Facts
        rows={[
          ['责任单位', card.responsible],
          ['判定依据', overview.standard.water.source],
        ]}
      />
      <WaterCharts card={card} overview={overview} station={chosen} />
      <Stations card={card} overview={overview} chosen={chosen} onChoose={setStation} />
      <Samples key={`samples ${id}`} samples={card.samples} overview={overview} />
      <IssueList key={`issues ${id}`} issues={card.issues} />
      {card.visits.length > 0 && <VisitList key={`visits ${id}`} visits={card.visits} />}
    </>
  )
}
