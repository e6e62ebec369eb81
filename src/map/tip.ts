/** What the pointer is over, in a few words. */
import type { Board } from '../engine/contract/board.ts'
import type { Ref } from '../engine/contract/cards.ts'
import type { Overview } from '../engine/contract/package.ts'
import { ISSUE_STATES, openOf } from '../model/state.ts'
import { signed } from '../view/classes.ts'
import { gradeColour } from '../view/colours.ts'
import { vetoLine } from '../view/veto.ts'
import type { Hit } from './pick.ts'

export interface Tip {
  title: string
  lines: string[]
  colour?: string
  figure?: string
}

/** Vetoes told one by one. */
const MOST_VETOES = 2

const areaTip = (id: string, overview: Overview, board: Board): Tip | null => {
  const at = overview.areas.findIndex((area) => area.code === id)
  const [area, figures] = [overview.areas[at], board.areas[at]]
  if (!area || !figures) return null
  const open = openOf(figures)
  const change = figures.change === null ? '' : `，较一周前 ${signed(figures.change)}`
  const { caps } = figures
  const vetoes = caps.slice(0, MOST_VETOES).map((cap) => vetoLine(overview.standard, cap))
  if (caps.length > MOST_VETOES) vetoes.push(`另有 ${caps.length - MOST_VETOES} 项一票否决`)
  return {
    title: area.name,
    figure:
      figures.score === null
        ? figures.provisional === null
          ? '—'
          : `暂 ${figures.provisional.toFixed(1)}`
        : figures.score.toFixed(1),
    colour: gradeColour(overview.standard, figures.grade),
    lines: [
      `${figures.grade}${change}`,
      `未销号 ${open}，逾期 ${figures.states.逾期}`,
      ...vetoes,
      ...(area.relocation ? ['待拆迁'] : []),
    ],
  }
}

const refTip = (ref: Ref, overview: Overview, board: Board): Tip | null => {
  switch (ref.type) {
    case 'area':
      return areaTip(ref.id, overview, board)
    case 'site': {
      const i = overview.sites.id.indexOf(ref.id)
      if (i < 0) return null
      const kind = overview.standard.kinds[overview.sites.kind[i] as number]
      const rate = board.sites.rate[i] as number
      const [open, overdue] = [board.sites.open[i] as number, board.sites.overdue[i] as number]
      return {
        title: overview.sites.name[i] as string,
        lines: [
          [kind?.label, board.sites.status[i]].filter(Boolean).join(' · '),
          Number.isFinite(rate) ? `得分率 ${Math.round(rate * 100)}%` : '近期未查',
          ...(open > 0 ? [`未销号 ${open}${overdue > 0 ? `，逾期 ${overdue}` : ''}`] : []),
        ],
      }
    }
    case 'issue': {
      const i = overview.issues.id.indexOf(ref.id)
      if (i < 0) return null
      const site = overview.issues.site[i] as number
      return {
        title: `问题 ${ref.id}`,
        lines: [
          ISSUE_STATES[board.issues.state[i] as number] ?? '',
          ...(site >= 0 ? [overview.sites.name[site] as string] : []),
          '点击查看',
        ],
      }
    }
    case 'water': {
      const water = board.waters.find((w) => w.id === ref.id)
      return water ? { title: water.name, lines: [water.grade ?? '没有监测数据', water.rule] } : null
    }
    case 'office':
      return null
  }
}

export const tipOf = (hit: Hit, overview: Overview, board: Board): Tip | null => {
  switch (hit.type) {
    case 'ref':
      return refTip(hit.ref, overview, board)
    case 'count':
      return { title: `${hit.count} 处点位`, lines: ['点击放大'] }
    case 'station':
      return { title: hit.name, lines: [hit.grade ?? '没有监测数据'] }
    case 'mark':
      return { title: hit.title, lines: [hit.subtitle] }
    case 'none':
      return null
  }
}
