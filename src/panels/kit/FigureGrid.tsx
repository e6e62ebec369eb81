/** Figures beside each other, three a row, each with its name and unit; one with `onGo` leads to its records. */

export interface GridFigure {
  name: string
  value: string | number
  unit?: string
  /** in small print under the figure */
  note?: string
  /** it is worse than none would be */
  bad?: boolean
  /** what a press does, in words */
  leads?: string
  onGo?: () => void
}

export const FigureGrid = ({ of }: { of: readonly GridFigure[] }) => (
  <dl className="figure-grid">
    {of.map(({ name, value, unit, note, bad, leads, onGo }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className="num" data-tone={bad ? 'bad' : undefined}>
          <b>{value}</b>
          {unit && <small> {unit}</small>}
          {note && <small className="figure-note">{note}</small>}
          {onGo && (
            <button
              type="button"
              className="lead"
              aria-label={`${name} ${value}：${leads}`}
              title={leads}
              onClick={onGo}
            />
          )}
        </dd>
      </div>
    ))}
  </dl>
)
