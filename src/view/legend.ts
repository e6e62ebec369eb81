/** What a legend says: published breaks, best first, and what has no data. */
interface LegendClass {
  label: string
  colour: string
}

export interface Legend {
  title: string
  unit: string
  /** best first */
  classes: LegendClass[]
  noData: string
  /** it names marks and ranges, which are drawn as they are, not areas, which the land shines through */
  opaque?: true
}
