/** The sample's rubric: what a package without a `standard.json` is scored by. */
import standard from '../../../data/standard.json' with { type: 'json' }

export const sampleStandard = (): unknown => standard
