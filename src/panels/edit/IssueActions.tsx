/** What can be done to a problem, by its state, and the form of the action chosen. */

import { useEffect, useState } from 'react'
import type { IssueLine } from '../../engine/contract/issues.ts'
import type { Day } from '../../model/day.ts'
import { actionLabel, actionsOf, type IssueAction } from '../../view/issue-actions.ts'
import { ActionForm } from './ActionForm.tsx'
import { useEditable } from './editable.ts'
import { MoveButton, MoveRefused, useMoving } from './Moving.tsx'
import './edit-actions.css'

export const IssueActions = ({ issue, asOf }: { issue: IssueLine; asOf: Day }) => {
  const editable = useEditable()
  const [open, setOpen] = useState<IssueAction | null>(null)
  const moving = useMoving('issue', issue.id)
  const { state } = issue
  // Another day, another state: a form it does not offer is no use.
  useEffect(() => {
    setOpen((was) => (was !== null && actionsOf(state).includes(was) ? was : null))
  }, [state])
  if (!editable) return null
  const close = () => setOpen(null)
  return (
    <section className="edit" aria-label="处理这个问题">
      <fieldset className="edit-actions" aria-label="处理">
        {actionsOf(state).map((action) => (
          <button
            key={action}
            type="button"
            className="text-button"
            aria-expanded={open === action}
            onClick={() => {
              moving.clear()
              setOpen(open === action ? null : action)
            }}
          >
            {actionLabel(action, issue)}
          </button>
        ))}
        <MoveButton
          moving={moving}
          onMove={() => {
            setOpen(null)
          }}
        />
      </fieldset>
      {open !== null && (
        <ActionForm
          key={`${open} ${asOf}`}
          action={open}
          issue={issue}
          asOf={asOf}
          onCancel={close}
          onDone={close}
        />
      )}
      <MoveRefused moving={moving} />
    </section>
  )
}
