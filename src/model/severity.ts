import type { Standard } from './standard.ts'

type Level = Standard['severity']['levels'][number]

/** The level that costs least: what a problem of unknown or blank severity is taken for. */
export const mildestOf = ({ severity }: Pick<Standard, 'severity'>): Level =>
  severity.levels.reduce((least, level) => (level.points < least.points ? level : least))
