/** A layer on or off; `some` = a group of which only a part is on. */
import type { ReactNode } from 'react'

interface ToggleProps {
  on: boolean | 'some'
  onChange: (on: boolean) => void
  children: ReactNode
}

export const Toggle = ({ on, onChange, children }: ToggleProps) => (
  <label className="toggle" data-on={on !== false}>
    <input
      type="checkbox"
      checked={on !== false}
      ref={(box) => {
        if (box) box.indeterminate = on === 'some'
      }}
      onChange={(event) => onChange(event.target.checked || on === 'some')}
    />
    {children}
  </label>
)
