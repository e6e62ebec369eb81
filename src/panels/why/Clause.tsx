/** Where a rule comes from, and whether that is the official text or this district's own proposal. */
import './clause.css'
export const Clause = ({ clause, verified }: { clause: string; verified: 'verified' | '拟定' }) => (
  <>
    {clause}
    {verified === '拟定' && (
      <i className="proposed" title="条款或分值由本区拟定，待核">
        拟定
      </i>
    )}
  </>
)
