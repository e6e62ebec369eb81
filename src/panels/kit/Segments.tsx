/** One of a few, side by side. */
interface SegmentsProps<Key extends string> {
  label: string
  options: readonly (readonly [key: Key, text: string])[]
  value: Key
  onChange: (key: Key) => void
}

export const Segments = <Key extends string>({ label, options, value, onChange }: SegmentsProps<Key>) => (
  <fieldset className="segments" aria-label={label}>
    {options.map(([key, text]) => (
      <button key={key} type="button" aria-pressed={key === value} onClick={() => onChange(key)}>
        {text}
      </button>
    ))}
  </fieldset>
)
