/** 12,345. */
export const countText = (count: number): string => count.toLocaleString('zh-CN')

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** Bytes as a file manager shows them: 「512 B」「3.4 MB」. */
export const sizeText = (bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`
}
