/** A labelled field of a form, with what is to be known about it and what is wrong with it. */
import { type ReactNode, useId } from 'react'
import './field.css'

export interface FieldIds {
  id: string
  required: boolean
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface FieldProps {
  label: string
  required?: boolean
  /** '' = nothing to say */
  hint?: string
  /** '' = nothing is wrong */
  fault?: string
  children: (ids: FieldIds) => ReactNode
}

export const Field = ({ label, required = false, hint = '', fault = '', children }: FieldProps) => {
  const id = useId()
  const said = fault !== '' || hint !== ''
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <i aria-hidden="true">*</i>}
      </label>
      {children({
        id,
        required,
        'aria-describedby': said ? `${id}-said` : undefined,
        'aria-invalid': fault !== '',
      })}
      {said && (
        <p id={`${id}-said`} data-tone={fault !== '' ? 'bad' : undefined}>
          {fault !== '' ? fault : hint}
        </p>
      )}
    </div>
  )
}
