/** Zip archives, unpacked within bounds: what a district's package may weigh, not what a zip bomb would. */
import { unzipSync } from 'fflate'
import { decodeText } from '../text.ts'
import { isLitter } from './paths.ts'
import { Refusal } from './refusal.ts'

/** What may still be unpacked for one dropped file, archives inside it included. */
export interface Budget {
  bytes: number
  files: number
}

export const openBudget = (): Budget => ({ bytes: 1024 ** 3, files: 20_000 })

/** Archives of Chinese Windows name their files in GBK without saying so: their bytes come as Latin-1 letters. */
const properName = (name: string): string => {
  const codes = Array.from(name, (c) => c.charCodeAt(0))
  const isBytes = codes.some((code) => code > 0x7f) && codes.every((code) => code < 0x100)
  const text = isBytes ? decodeText(Uint8Array.from(codes)) : name
  return text.replaceAll('\\', '/').replace(/^(\.?\/)+/, '')
}

/** Whether any file of the archive needs a password, by the list at its end. */
const isLocked = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && bytes.length - end < 65_558 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0 || bytes.length - end >= 65_558) return false
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    if ((view.getUint16(at + 8, true) & 1) === 1) return true
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return false
}

const unpack: typeof unzipSync = (bytes, options) => {
  try {
    return unzipSync(bytes, options)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const method = error instanceof Error && error.message.includes('compression type')
    throw new Refusal(
      method
        ? '压缩方式不支持，请用系统自带的压缩功能重新打包成 zip'
        : '压缩包已损坏或没有下载完整，请重新打包或重新下载',
    )
  }
}

/** Names of the files in an archive, without unpacking. Throws Refusal. */
export const listZip = (bytes: Uint8Array): string[] => {
  const names: string[] = []
  unpack(bytes, { filter: ({ name }) => names.push(properName(name)) < 0 })
  return names
}

/**
 * path in the archive → bytes, folders and litter left out. Throws Refusal, before anything is unpacked, when it would be
 * more than the budget has left; what it takes is taken off the budget.
 */
export const unzip = (
  bytes: Uint8Array,
  budget: Budget,
  wanted: (path: string) => boolean = () => true,
): Map<string, Uint8Array> => {
  if (isLocked(bytes)) throw new Refusal('压缩包有密码，请解压后再拖入')
  const isWanted = (name: string): boolean => {
    const path = properName(name)
    return !path.endsWith('/') && !isLitter(path) && wanted(path)
  }
  let [size, count] = [0, 0]
  unpack(bytes, {
    filter: ({ name, size: packed, originalSize }) => {
      if (isWanted(name)) {
        size += Math.max(packed, originalSize)
        count++
      }
      return false
    },
  })
  if (size > budget.bytes || count > budget.files) {
    const much = count > budget.files ? `有 ${count} 个文件` : `解压后有 ${Math.round(size / 1024 ** 2)} MB`
    throw new Refusal(`压缩包${much}，超过上限（20000 个文件、1024 MB），请分成几个再拖入`)
  }
  budget.bytes -= size
  budget.files -= count
  const files = unpack(bytes, { filter: ({ name }) => isWanted(name) })
  return new Map(Object.entries(files).map(([name, content]) => [properName(name), content]))
}
