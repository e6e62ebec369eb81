/** Which of the problems count for the score, which do not, and what can be done about it. */
import { scoringText, unscoredTexts } from '../../view/incoming-questions.ts'
import './counting.css'
import type { PartProps } from './part-props.ts'

export const Counting = ({ file, settle }: PartProps) => {
  if (file.scoring.length === 0) return null
  const why = unscoredTexts(file)
  return (
    <section className="part counting">
      <h4>
        <span>计分</span>
        <span className="counting-sum">{scoringText(file)}</span>
      </h4>
      {why.length > 0 && (
        <ul>
          {why.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {file.infer !== null && (
        <label className="counting-infer">
          <input
            type="checkbox"
            checked={file.infer}
            onChange={(event) => settle({ infer: event.target.checked })}
          />
          没有检查项的，由问题描述里的词推断（如“占道经营”）
        </label>
      )}
    </section>
  )
}
