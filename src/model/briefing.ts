/** `scenes.json`: the prepared presentations. A scene is a link to a view, with what is said to it. */

export interface Scene {
  /** '' where the file has none */
  title: string
  /** what is said, a clause each */
  points: string[]
  /** hash of the view without `#`; '' = the view as it opens */
  link: string
  /** seconds it stays while the presentation runs by itself; null = as the presentation has it */
  dwell: number | null
  /** passed over */
  hidden: boolean
  /** what else the file says of it, as it stands there */
  more: Readonly<Record<string, unknown>>
}

export interface Briefing {
  name: string
  scenes: Scene[]
  /** as of a scene */
  more: Readonly<Record<string, unknown>>
}
