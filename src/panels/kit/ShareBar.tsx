/** A share of a whole, 0 to 1, as a bar; a bare track where there is none: the rest of it would read as lost. */
export const ShareBar = ({ share }: { share: number | null }) => (
  <i className="share-bar" data-none={share === null}>
    <i style={{ width: `${100 * (share ?? 0)}%` }} />
  </i>
)
