/** One thing that can be taken out: what it is, what may be settled about it, and the forms it comes in. */
import type { ReactNode } from 'react'
import type { ExportForm } from '../../engine/contract/data.ts'

export const TABLE_FORMS = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['csv-gb18030', 'CSV（GB18030）'],
] as const satisfies readonly (readonly [ExportForm, string])[]

interface ExportRowProps {
  title: string
  note: string
  forms: readonly (readonly [ExportForm, string])[]
  disabled: boolean
  onSave: (form: ExportForm) => void
  children?: ReactNode
}

export const ExportRow = ({ title, note, forms, disabled, onSave, children }: ExportRowProps) => (
  <section className="export-row" aria-label={title}>
    <div className="export-what">
      <h3>{title}</h3>
      <p>{note}</p>
      {children && <div className="export-options">{children}</div>}
    </div>
    <div className="export-forms">
      {forms.map(([form, word]) => (
        <button
          key={form}
          type="button"
          className="text-button"
          disabled={disabled}
          aria-label={`${title}：${word}`}
          onClick={() => onSave(form)}
        >
          {word}
        </button>
      ))}
    </div>
  </section>
)
