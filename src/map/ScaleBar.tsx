/** A round length on the ground, in 米 or 公里. */

/** The largest of 1, 2, 5 · 10ⁿ metres that is not longer than `most`. */
export const roundLength = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [5, 2, 1].find((n) => n * power <= most) ?? 1
  return step * power
}

export const ScaleBar = ({ metresPerPixel, scale }: { metresPerPixel: number; scale: number }) => {
  if (!(metresPerPixel > 0)) return null
  const metres = roundLength(metresPerPixel * 110 * scale)
  const text = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`
  return (
    <div className="map-scale unprinted" style={{ width: metres / metresPerPixel }}>
      {text}
    </div>
  )
}
