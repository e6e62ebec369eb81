/** One of a few numbers, chosen from a list. */

export const Choice = <N extends number>({
  label,
  unit,
  choices,
  value,
  set,
}: {
  label: string
  unit: string
  choices: readonly N[]
  value: number
  set: (value: N) => void
}) => (
  <label className="study-choice">
    <span>{label}</span>
    <select value={value} onChange={(event) => set(Number(event.target.value) as N)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice} {unit}
        </option>
      ))}
    </select>
  </label>
)
