/** A new problem: what was typed, over what is proposed for its place. */

import { useState } from 'react'
import type { Overview } from '../../engine/contract/package.ts'
import { formatDay, parseDay } from '../../model/day.ts'
import { mildestOf } from '../../model/severity.ts'
import { WEEKDAYS } from '../../model/working-days.ts'
import { proposedDeadline } from '../../view/deadline.ts'
import { dayOf } from '../../view/issue-query.ts'
import { type Draft, itemGroups, kindAt } from '../../view/new-issue.ts'
import { useSession } from '../../view/store.ts'
import type { ToolPlace } from '../../view/tool.ts'
import { useCalendar } from '../kit/calendar.ts'
import { useAnswer } from '../kit/engine.tsx'

export const useDraft = (spot: ToolPlace, overview: Overview) => {
  const asOf = useSession(dayOf)
  const calendar = useCalendar() ?? WEEKDAYS
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const { standard } = overview
  const kind = kindAt(spot, overview)
  const groups = itemGroups(standard, kind)
  const located = useAnswer(['areaAt', spot.at])
  const area = located.value
  const units = useAnswer(located.here ? ['units', { site: spot.site, area: area?.code ?? null }] : null)
  const fits = groups.some(({ items }) => items.some(({ id }) => id === typed.item))
  const defaultItem = standard.kinds.find(({ id }) => id === kind)?.defaultItem ?? ''
  const severity = typed.severity ?? mildestOf(standard).id
  const foundOn = typed.foundOn ?? formatDay(asOf)
  const found = parseDay(foundOn)
  const deadline = found === null ? null : proposedDeadline(standard, severity, found, calendar)
  const unit = units.value?.proposed ?? null
  const draft: Draft = {
    description: typed.description ?? '',
    item: fits || typed.item === '' ? (typed.item ?? '') : defaultItem,
    severity,
    responsible: typed.responsible ?? unit?.unit ?? '',
    source: typed.source ?? standard.sources[0]?.id ?? '',
    foundOn,
    dueOn: typed.dueOn ?? (deadline === null ? '' : formatDay(deadline.day)),
  }
  return {
    draft,
    groups,
    asOf,
    /** null until it is known */
    place: located.here && units.here ? { area } : null,
    asked: located.fault === null ? units : located,
    hints: {
      responsible: typed.responsible === undefined ? (unit?.why ?? '') : '',
      dueOn: typed.dueOn === undefined ? (deadline?.why ?? '') : '',
    },
    set: (patch: Partial<Draft>) => setTyped((before) => ({ ...before, ...patch })),
  }
}
