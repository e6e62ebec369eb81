/** What a package does not have is told as such: a figure made of nothing is no figure. */
import type { Overview } from '../engine/contract/package.ts'
import { lacks } from '../model/report.ts'

type Reported = { report: Pick<Overview['report'], 'absent'> }

/** 「—」 where the file that it would come from is not there. */
export const figureText = (overview: Reported | null, file: string, figure: number | undefined): string =>
  overview === null || lacks(overview.report, file) || figure === undefined ? '—' : String(figure)

interface Counted extends Reported {
  issues: { area: { readonly [index: number]: number } }
}

/**
 * How many problems are listed, as the figures count them; those outside every 居委会 are listed and count in no figure.
 * @param shown their positions in the table; null = not known yet
 */
export const listedText = (
  overview: Counted | null,
  shown: Uint32Array | null,
): { within: string; outside: number } => {
  const outside = shown?.reduce((sum, i) => sum + Number(overview?.issues.area[i] === -1), 0) ?? 0
  return {
    within: figureText(overview, 'issues.csv', shown === null ? undefined : shown.length - outside),
    outside,
  }
}

/** That a place was never checked; 「—」 where nothing is known of any check. */
export const neverText = (overview: Reported): string =>
  lacks(overview.report, 'inspections.csv') ? '—' : '从未'

interface Wanted {
  file: string
  /** what it brings */
  brings: string
}

const NEXT: readonly Wanted[] = [
  { file: 'sites.csv', brings: '点位：农贸市场、公厕、背街小巷在哪里' },
  { file: 'inspections.csv', brings: '检查：每项查得怎样，得分由此而来' },
  { file: 'issues.csv', brings: '问题台账：发现、整改、销号' },
]

/** What to bring next, most needed first; none once there is something to score. */
export const wantedNext = (overview: Reported): Wanted[] => {
  const missing = NEXT.filter(({ file }) => lacks(overview.report, file))
  return lacks(overview.report, 'sites.csv', 'inspections.csv') ? missing : []
}
