/** Where a figure leads: to the records that made it, as a change of the view. */

import type { Kpi } from '../engine/contract/board.ts'
import type { Overview } from '../engine/contract/package.ts'
import type { Day } from '../model/day.ts'
import type { Scope } from '../model/scope.ts'
import { ISSUE_STATES, type IssueState } from '../model/state.ts'
import { dayOf } from './issue-query.ts'
import { widened } from './ledger-filter.ts'
import type { ViewState } from './link/state.ts'
import { comparedOption } from './studies/compare/compare.ts'
import { officeWith } from './studies/of-office.ts'
import type { RecordList } from './studies/records/options.ts'
import { studyView } from './studies/registry.ts'
import { WEEK } from './timeline.ts'

export type Lead =
  | {
      to: 'ledger'
      states: readonly IssueState[]
      within: Scope
      due?: { from: Day; to: Day }
      /** at places of this kind alone */
      kind?: string
      link?: ViewState['ledger']['link']
    }
  | { to: 'records'; list: RecordList; within: Scope; place?: number | 'none' }
  | { to: 'why' }
  | { to: 'ranking'; of: 'area' | 'office' }
  | { to: 'change'; area: string | null }

export const OPEN: readonly IssueState[] = ISSUE_STATES.filter((state) => state !== '已销号')

/** Where each figure of the strip leads; the index opens what it is made of instead. */
export const kpiLead = (id: Exclude<Kpi['id'], 'index'>, office: string | null): Lead => {
  const within: Scope = office === null ? null : { type: 'office', id: office }
  switch (id) {
    case 'score':
      return { to: 'why' }
    case 'passing':
      return { to: 'ranking', of: 'area' }
    case 'open':
      return { to: 'ledger', states: OPEN, within }
    case 'overdue':
      return { to: 'ledger', states: ['逾期'], within }
    case 'closedRate':
      return { to: 'ledger', states: ['已销号'], within }
    case 'coverage':
      return { to: 'records', list: 'visits', within }
    case 'water':
      return { to: 'records', list: 'waters', within }
  }
}

/** What the lead is called, for who cannot see where it goes. */
export const leadText = (lead: Lead): string => {
  switch (lead.to) {
    case 'ledger':
      return '到台账看这些问题'
    case 'records':
      return lead.list === 'visits' ? '看哪些点位没有查过' : '逐条列出'
    case 'why':
      return '看得分解释'
    case 'ranking':
      return lead.of === 'area' ? '看居委会排名' : '看办事处排名'
    case 'change':
      return '看变化的原因'
  }
}

/** The office to stay with beside a list: none where the list is of another. */
const officeBeside = (within: Scope, office: string | null, overview: Overview): string | null =>
  within?.type === 'office'
    ? office === within.id
      ? office
      : null
    : officeWith(within?.id ?? null, office, overview)

/**
 * The change of the view that shows it. The 台账 then lists exactly what was counted: every filter that is not part of the
 * question is taken back, kinds that were hidden included.
 */
export const leadPatch = (lead: Lead, view: ViewState, overview: Overview): Partial<ViewState> => {
  switch (lead.to) {
    case 'ledger': {
      const { within, due, kind, link = null } = lead
      const of = within?.type === 'area' ? overview.areas.find(({ code }) => code === within.id) : undefined
      return {
        states: [...lead.states],
        issuesShown: true,
        hiddenKinds: [],
        office: within?.type === 'office' ? within.id : of && of.office !== view.office ? null : view.office,
        ledger: {
          ...widened(view.ledger),
          open: true,
          area: of?.code ?? null,
          link,
          kinds: kind === undefined ? [] : [kind],
          dueFrom: due?.from ?? null,
          dueTo: due?.to ?? null,
        },
      }
    }
    case 'records':
      return {
        selection: null,
        office: officeBeside(lead.within, view.office, overview),
        study: studyView('records', {
          list: lead.list,
          within: lead.within?.id ?? null,
          place: lead.place ?? 0,
        }),
      }
    case 'why':
      return { selection: null, study: null, standing: 'why' }
    case 'ranking':
      return { selection: null, study: null, standing: lead.of }
    case 'change': {
      const asOf = dayOf({ view, overview })
      const day = comparedOption(Math.max(overview.firstDay, asOf - WEEK), asOf, overview.firstDay)
      return {
        selection: null,
        office: officeWith(lead.area, view.office, overview),
        study: studyView('compare', { day, area: lead.area }),
      }
    }
  }
}
