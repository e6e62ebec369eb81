/** A grade in its colour and its word. */
import { gradeColour } from '../../view/colours.ts'
import { useSession } from '../../view/store.ts'

export const GradeChip = ({ grade }: { grade: string }) => {
  const standard = useSession((s) => s.overview?.standard)
  if (!standard) return null
  return (
    <span className="grade">
      <i className="swatch" style={{ background: gradeColour(standard, grade) }} />
      {grade}
    </span>
  )
}
