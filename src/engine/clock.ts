/** The one clock of the product: when a change was made. No figure depends on it. */

const pad = (value: number): string => String(value).padStart(2, '0')

/** Hours China is ahead of UTC, all year round. */
const AHEAD = 8

/** Now, in China: 2019-05-27T09:30:00+08:00. */
export const chinaTime = (now: Date): string => {
  const t = new Date(now.getTime() + AHEAD * 3_600_000)
  const day = `${t.getUTCFullYear()}-${pad(t.getUTCMonth() + 1)}-${pad(t.getUTCDate())}`
  return `${day}T${pad(t.getUTCHours())}:${pad(t.getUTCMinutes())}:${pad(t.getUTCSeconds())}+08:00`
}
