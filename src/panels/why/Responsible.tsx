/** 谁负责、何时改好: the units that still have something to put right here, what is overdue and what is due next. */
import { formatMonthDay } from '../../model/day.ts'
import type { Scope } from '../../model/scope.ts'
import { dayOf } from '../../view/issue-query.ts'
import { useSession } from '../../view/store.ts'
import { useAnswer } from '../kit/engine.tsx'
import { Facts } from '../kit/Facts.tsx'
import { follow } from '../kit/follow.ts'
import { List } from '../kit/List.tsx'
import './responsible.css'

const FIRST = 4

export const Responsible = ({ of }: { of: Scope }) => {
  const asOf = useSession(dayOf)
  const { value } = useAnswer(['responsibility', of, asOf], [0])
  if (value === null || (value.units.length === 0 && value.duty === null)) return null
  const { duty, units } = value
  return (
    <section>
      <h3 className="head">
        谁负责、何时改好<small>点一个单位：在台账中看</small>
      </h3>
      {duty && (
        <Facts
          rows={[
            ['牵头单位', duty.lead],
            ['分包单位', duty.support],
            ['网格', duty.grid],
          ]}
        />
      )}
      {units.length === 0 ? (
        <p className="empty">没有待整改的问题</p>
      ) : (
        <List of={units} first={FIRST} more={(next) => `再看 ${next} 个单位`} className="responsible">
          {({ unit, issues, overdue, late, nextDue }) => (
            <li key={unit ?? ''}>
              <button
                type="button"
                className="row"
                onClick={() =>
                  follow({
                    to: 'ledger',
                    states: ['待整改', '逾期'],
                    within: of,
                    link: { type: 'unit', id: unit ?? '' },
                  })
                }
              >
                <b>{unit ?? '未填责任单位'}</b>
                <span className="num">{issues} 件</span>
                <small className="num">
                  {overdue > 0 && <i data-tone="bad">{`逾期 ${overdue} 件，最久 ${late} 天`}</i>}
                  {nextDue !== null && `最近期限 ${formatMonthDay(nextDue)}`}
                </small>
              </button>
            </li>
          )}
        </List>
      )}
    </section>
  )
}
