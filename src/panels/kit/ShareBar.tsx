/** A share of a whole, 0 to 1, as a bar; empty where there is none. */
export const ShareBar = ({ share }: { share: number | null }) => (
  <i className="share-bar">
    <i style={{ width: `${100 * (share ?? 0)}%` }} />
  </i>
)
