/** A study beside an office: what it is set to that lies elsewhere is let go of, so that it tells of the office it says. */
import type { AreaInfo } from '../../engine/contract/package.ts'
import { UNTICKED } from './plan/options.ts'
import { type StudyView, studyView } from './registry.ts'

interface Places {
  readonly areas: readonly Pick<AreaInfo, 'code' | 'office'>[]
}

const isOutside = (code: string | null, office: string | null, { areas }: Places): boolean =>
  code !== null && office !== null && areas.some((area) => area.code === code && area.office !== office)

/** What is set to a place outside `office` is as usual; the same study where nothing is. @param office null = the district */
export const studyOfOffice = (
  study: StudyView | null,
  office: string | null,
  overview: Places,
): StudyView | null => {
  const outside = (code: string | null) => isOutside(code, office, overview)
  switch (study?.id) {
    case 'plan':
      return outside(study.options.area)
        ? studyView('plan', { ...study.options, area: null, ...UNTICKED })
        : study
    case 'compare':
      return outside(study.options.area) ? studyView('compare', { ...study.options, area: null }) : study
    case 'route': {
      const areas = study.options.areas.filter((code) => !outside(code))
      return areas.length < study.options.areas.length
        ? studyView('route', { ...study.options, areas })
        : study
    }
    case 'closure': {
      const { by, opened } = study.options
      const id = opened === null || opened.all ? null : opened.id
      const gone =
        id !== null &&
        (by === 'office' || by === 'area') &&
        !overview.areas.some((area) => id === (by === 'area' ? area.code : area.office))
      const other =
        by === 'office' ? id !== null && office !== null && id !== office : by === 'area' && outside(id)
      return gone || other ? studyView('closure', { ...study.options, opened: null }) : study
    }
    case 'records': {
      const { within } = study.options
      const ofOther =
        office !== null &&
        within !== null &&
        within !== office &&
        !overview.areas.some(({ code }) => code === within)
      return outside(within) || ofOther ? studyView('records', { ...study.options, within: null }) : study
    }
    default:
      return study ?? null
  }
}

/** The study after another office was chosen: a list that followed the office before follows this one. */
export const studyAfterOffice = (
  study: StudyView | null,
  office: string | null,
  overview: Places,
): StudyView | null =>
  study?.id === 'clusters'
    ? // What is opened is a place in the list of the office before.
      studyView('clusters', { ...study.options, opened: null })
    : study?.id === 'records' && !overview.areas.some(({ code }) => code === study.options.within)
      ? studyView('records', { ...study.options, within: null })
      : studyOfOffice(study, office, overview)

/** The office to stay with where `area` is asked for: that one, unless the area lies outside it. */
export const officeWith = (area: string | null, office: string | null, overview: Places): string | null =>
  isOutside(area, office, overview) ? null : office
