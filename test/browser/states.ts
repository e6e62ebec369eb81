/** The screens that are looked at: which windows, which views. */
import type { Screen } from './open-app.ts'

/** Windows by name: a laptop, a desk, a 4K wall, a dense display, three projectors side by side, a phone. */
export const SCREENS: Record<string, Screen> = {
  '1366': { width: 1366, height: 768 },
  '1920': { width: 1920, height: 1080 },
  '3840': { width: 3840, height: 2160 },
  '1920@2x': { width: 1920, height: 1080, deviceScaleFactor: 2 },
  '5760': { width: 5760, height: 1080 },
  '390': { width: 390, height: 844, deviceScaleFactor: 2, phone: true },
}

/** Views by name, as the hash of the URL that reproduces them. */
export const STATES: Record<string, string> = {
  home: '',
}
