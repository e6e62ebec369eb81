import type { ActionLine, Priorities, TaskLine } from '../../../engine/contract/studies/plan.ts'
import { recheckLabel } from '../../../scoring/task-sheets.ts'
import { closes, type Halves, rechecks } from '../../../scoring/what-if/actions.ts'
import { goTo } from '../../../view/goto.ts'
import { gainWords, latest, NO_UNIT } from '../../../view/studies/plan/plan.ts'
import { List } from '../../kit/List.tsx'

export type OnTick = (line: ActionLine, half: Halves, tick: boolean) => void

interface LineProps {
  line: ActionLine
  /** which halves are taken as done, null = none */
  halves: Halves | null
  /** its number among the chosen, null = not chosen */
  number: number | null
  withArea: boolean
  onTick: OnTick
}

/** What is to be done: either half can be ticked alone where there are two. */
const Halved = ({ line, halves, onTick }: Pick<LineProps, 'line' | 'halves' | 'onTick'>) => {
  const { problems, recheck, gains } = line
  const late = latest(line)
  const parts = [
    ...(problems.length > 0
      ? [
          {
            half: 'close' as const,
            is: closes,
            text: `销号 ${problems.length} 个问题`,
            more: problems.map(({ description }) => description).join('；'),
          },
        ]
      : []),
    ...(recheck !== null
      ? [{ half: 'recheck' as const, is: rechecks, text: recheckLabel(recheck), more: '' }]
      : []),
  ]
  return (
    <p className="plan-halves">
      {parts.map(({ half, is, text, more }) =>
        parts.length === 1 ? (
          <span key={half} title={more || undefined}>
            {text}
          </span>
        ) : (
          <label key={half}>
            <input
              type="checkbox"
              checked={halves !== null && is(halves)}
              onChange={(event) => onTick(line, half, event.target.checked)}
            />
            <span title={more || undefined}>{text}</span>
            <i
              className="num"
              title={gains[half] > 0 ? '只办这一半，得分提高这么多' : '只办这一半不加分，两半都办才加'}
              data-tone={gains[half] > 0 ? 'good' : 'even'}
            >
              +{gains[half].toFixed(2)}
            </i>
          </label>
        ),
      )}
      {late !== null && <i data-tone="bad">逾期 {late} 天</i>}
    </p>
  )
}

const Line = ({ line, halves, number, withArea, onTick }: LineProps) => {
  const gain = gainWords(line.gains.both, line.worth)
  const title = line.siteName ?? line.problems[0]?.description ?? ''
  return (
    <li data-chosen={number !== null}>
      <label>
        <input
          type="checkbox"
          checked={halves === 'both'}
          ref={(box) => {
            if (box) box.indeterminate = halves !== null && halves !== 'both'
          }}
          onChange={(event) => onTick(line, 'both', event.target.checked)}
          aria-label={`整项：${title}，${line.itemText}`}
        />
        <span className="num" aria-hidden="true">
          {number}
        </span>
      </label>
      <div>
        <button type="button" onClick={() => goTo(line.ref)}>
          <span>{title}</span>
          <small>{line.itemText}</small>
        </button>
        <Halved line={line} halves={halves} onTick={onTick} />
        <small>
          {[withArea ? line.areaName : null, line.responsible ?? NO_UNIT].filter(Boolean).join(' · ')}
        </small>
      </div>
      <b className="num" title={gain.why} data-tone={line.gains.both > 0 ? 'good' : 'even'}>
        {gain.text}
      </b>
    </li>
  )
}

/** Lines shown at first, and more at a time. */
const STEP = 60

export const Actions = ({
  found,
  chosen,
  withArea,
  onTick,
}: {
  found: Priorities
  chosen: readonly TaskLine[]
  withArea: boolean
  onTick: OnTick
}) => {
  const taken = new Map(chosen.map(({ key, halves }, i) => [key, { halves, number: i + 1 }]))
  return (
    <>
      <List
        ordered
        of={found.lines}
        first={STEP}
        step={STEP}
        more={(next, rest) => `再看 ${next} 项（余 ${rest.length} 项）`}
        className="plan-list"
        label="先改哪些"
      >
        {(line) => (
          <Line
            key={line.key}
            line={line}
            halves={taken.get(line.key)?.halves ?? null}
            number={taken.get(line.key)?.number ?? null}
            withArea={withArea}
            onTick={onTick}
          />
        )}
      </List>
      {found.count > found.lines.length && (
        <p className="study-note">
          另有 {found.count - found.lines.length} 项未列出：选一个办事处或居委会细看。
        </p>
      )}
    </>
  )
}
