/** The form of one action on a problem, within its card. */

import { useState } from 'react'
import type { IssueLine } from '../../engine/contract/issues.ts'
import type { Day } from '../../model/day.ts'
import type { Calendar } from '../../model/working-days.ts'
import {
  type ActionField,
  type Answers,
  actionLabel,
  askedBy,
  doneWords,
  editOf,
  faultsIn,
  type IssueAction,
  unseenYet,
} from '../../view/issue-actions.ts'
import { useSession } from '../../view/store.ts'
import { useCalendar } from '../kit/calendar.ts'
import { DateField } from '../kit/DateField.tsx'
import { useEngine } from '../kit/engine.tsx'
import { Field } from './Field.tsx'
import { FormButtons } from './FormButtons.tsx'
import { onEscape, useFaultFocus, useFirstField } from './form.ts'
import { useSavingEdit } from './saving.ts'
import { UnitInput } from './UnitInput.tsx'
import './edit-actions.css'

interface ActionFormProps {
  action: IssueAction
  issue: IssueLine
  asOf: Day
  onDone: () => void
  onCancel: () => void
}

const AskedInput = ({
  asked,
  value,
  fault,
  hint,
  start,
  onChange,
}: {
  asked: ActionField
  value: string
  fault: string
  hint: string
  start: Day
  onChange: (value: string) => void
}) => (
  <Field label={asked.label} required={asked.required} hint={hint} fault={fault}>
    {(ids) =>
      asked.type === 'unit' ? (
        <UnitInput {...ids} value={value} onChange={onChange} />
      ) : (
        <DateField {...ids} value={value} start={start} onChange={onChange} />
      )
    }
  </Field>
)

/** The form proposes a deadline: it waits for the calendar, which is there in a moment. */
export const ActionForm = (props: ActionFormProps) => {
  const calendar = useCalendar()
  return calendar && <Form {...props} calendar={calendar} />
}

const Form = ({
  action,
  issue,
  asOf,
  calendar,
  onDone,
  onCancel,
}: ActionFormProps & { calendar: Calendar }) => {
  const overview = useSession((s) => s.overview)
  const engine = useEngine()
  const { busy, fault, save } = useSavingEdit()
  const [asked] = useState(() =>
    askedBy(action, issue, asOf, overview?.standard ?? { deadlines: [] }, calendar),
  )
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(asked.map(({ field, value }) => [field, value])),
  )
  const [tried, setTried] = useState(0)
  const form = useFirstField<HTMLFormElement>()
  const faults = faultsIn(action, asked, answers, issue, overview?.district.asOf ?? null)
  const told = tried > 0 ? faults : {}
  useFaultFocus(form, Object.keys(told).length > 0)
  const submit = async () => {
    setTried(tried + 1)
    if (Object.keys(faults).length > 0) return
    const edit = async () => {
      const raw = await engine.fieldsOf('issue', issue.id)
      return editOf(action, issue.id, answers, raw ?? {})
    }
    if ((await save(edit, () => doneWords(action, issue, answers))) !== null) onDone()
  }
  return (
    <form
      ref={form}
      className="edit-form"
      aria-label={`${actionLabel(action, issue)} ${issue.id}`}
      noValidate
      onKeyDown={onEscape(onCancel)}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {asked.map((one) => (
        <AskedInput
          key={one.field}
          asked={one}
          value={answers[one.field] ?? ''}
          fault={told[one.field] ?? ''}
          hint={(one.field === 'on' ? unseenYet(answers.on ?? '', asOf) : null) ?? one.hint}
          start={asOf}
          onChange={(value) => setAnswers({ ...answers, [one.field]: value })}
        />
      ))}
      <FormButtons busy={busy} fault={fault} onCancel={onCancel} />
    </form>
  )
}
