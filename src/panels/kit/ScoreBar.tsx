/** A score as a bar in the colour of its class; nothing where there is none. */
import type { Standard } from '../../model/standard.ts'
import { classColour, classOf } from '../../view/colours.ts'

export const ScoreBar = ({ score, standard }: { score: number | null; standard: Standard }) => (
  <span className="bar-track">
    {score !== null && (
      <span
        style={{
          width: `${Math.max(1.5, score)}%`,
          background: classColour(classOf(standard, score), standard.grades.length),
        }}
      />
    )}
  </span>
)
