/** A responsible unit: typed, or taken from those the package knows. */
import { useId } from 'react'
import { Fault, useAnswer } from '../kit/engine.tsx'
import type { FieldIds } from './Field.tsx'

interface UnitInputProps extends FieldIds {
  value: string
  onChange: (value: string) => void
}

export const UnitInput = ({ value, onChange, ...ids }: UnitInputProps) => {
  const list = useId()
  const asked = useAnswer(['units', { site: null, area: null }])
  return (
    <>
      <input
        {...ids}
        type="text"
        list={list}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {asked.value?.all.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <Fault of={asked} />
    </>
  )
}
