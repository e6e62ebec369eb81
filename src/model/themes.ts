/** The three themes of the score. Apart from the standard's schema, which the page does without. */
export const THEMES = ['脏', '乱', '差'] as const
export type Theme = (typeof THEMES)[number]
