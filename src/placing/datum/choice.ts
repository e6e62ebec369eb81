/** Which coordinate system the evidence speaks for, and how that is said. */
import { toWGS84 } from '../../intake/coordinates/convert.ts'
import { shortLabel } from '../../intake/coordinates/labels.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'

export interface DatumFit {
  proposed: Datum
  /** the proposed first, then what fits best */
  evidence: DatumEvidence[]
  /** 「GCJ-02：98.2% 落在所填居委会；WGS84：61.0%」 */
  sentence: string
}

/** Of a big file so many places are tried, evenly over it. */
const SAMPLE = 3000

/** At most `SAMPLE` of a list, evenly over it. */
const evenly = <T>(list: readonly T[]): readonly T[] => {
  if (list.length <= SAMPLE) return list
  return Array.from({ length: SAMPLE }, (_, i) => list[Math.floor((i * list.length) / SAMPLE)] as T)
}

/** So few declarations say nothing about a file of many rows: then the district alone decides. */
const isEnough = (declared: number, all: number) => declared > 0 && declared >= Math.min(20, all / 20)

/** What to try: those that declare where they are, if enough of them do; else all. */
export const tellingPlaces = <Place extends { declared: number }>(
  places: readonly Place[],
): { tried: readonly Place[]; declaring: boolean } => {
  const declared = places.filter((place) => place.declared >= 0)
  const declaring = isEnough(declared.length, places.length)
  return { tried: evenly(declaring ? declared : places), declaring }
}

const hits = (evidence: DatumEvidence): number => evidence.inDeclared ?? evidence.inDistrict

const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)}%`

/**
 * Without declarations a shift of some hundred metres moves few places across the border of the district: a single one
 * is chance.
 */
const isAhead = (best: DatumEvidence, usual: DatumEvidence): boolean =>
  best.inDeclared !== null || hits(usual) === 0
    ? hits(best) > hits(usual) || (hits(best) === hits(usual) && best.inDistrict > usual.inDistrict)
    : hits(best) > hits(usual) + 1

/** What two figures are by themselves: degrees, degrees the other way round, or metres with the zone before the easting. */
export const datumOfFigures = (x: number, y: number): Datum => {
  const zone = (easting: number) => Math.floor(easting / 1e6)
  const readings: Datum[] = [
    'WGS84',
    'WGS84-swapped',
    ...(zone(x) > 0 ? [`CGCS2000-GK-${zone(x)}` as Datum] : []),
    ...(zone(y) > 0 ? [`CGCS2000-GK-${zone(y)}-swapped` as Datum] : []),
  ]
  return readings.find((datum) => toWGS84(datum, x, y) !== null) ?? 'WGS84'
}

/**
 * The candidate with most places in the 居委会 they declare (without declarations: in the district); where none is ahead
 * of it, `hint`, else WGS84; where none fits at all, `hint`, else what the figures are by themselves.
 * @param tried one entry a candidate, those that come first being preferred among equals
 */
export const chooseDatum = (
  tried: readonly DatumEvidence[],
  hint: Datum | null,
  figures: Datum,
): DatumFit => {
  const ranked = [...tried].sort((a, b) => hits(b) - hits(a) || b.inDistrict - a.inDistrict)
  const fallback = hint ?? figures
  const [best] = ranked
  if (best === undefined || best.of === 0)
    return {
      proposed: fallback,
      evidence: [],
      sentence: `没有可供对照的位置，暂按 ${shortLabel(fallback)} 读入`,
    }
  if (hits(best) === 0 && best.inDistrict === 0)
    return {
      proposed: fallback,
      evidence: ranked,
      sentence: `按哪一种坐标系都没有点落在本区范围内，暂按 ${shortLabel(fallback)} 读入，请核对坐标`,
    }
  const usual = ranked.find((e) => e.datum === hint) ?? ranked.find((e) => e.datum === 'WGS84')
  const chosen = usual === undefined || isAhead(best, usual) ? best : usual
  const others = ranked.filter((e) => e !== chosen)
  const shown = others.filter((e, i) => i === 0 || e === usual).filter((e) => e === usual || hits(e) > 0)
  const where = chosen.inDeclared === null ? '落在本区范围内' : '落在所填居委会'
  const parts = [
    `${shortLabel(chosen.datum)}：${percent(hits(chosen), chosen.of)} ${where}`,
    ...shown.map((e) => `${shortLabel(e.datum)}：${percent(hits(e), e.of)}`),
  ]
  const tied = others.some((e) => hits(e) >= hits(chosen))
  const doubt = tied ? `；凭这些位置分不出，先按 ${shortLabel(chosen.datum)}` : ''
  return { proposed: chosen.datum, evidence: [chosen, ...others], sentence: `${parts.join('；')}${doubt}` }
}
