/** What is known of a thing as a list of terms and values; what is not known is left out. */
export const Facts = ({ rows }: { rows: readonly (readonly [name: string, value: string | null])[] }) => (
  <dl className="facts">
    {rows.map(([name, value]) =>
      value === null || value === '' ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
)

/** 「甲 · 乙」 of those that are there. */
export const joined = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter(Boolean).join(' · ')
