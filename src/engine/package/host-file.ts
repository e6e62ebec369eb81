/** One file from a static host: it is there, it is not there, or it is said why it did not come. */
import { isMarkup } from '../../intake/formats/text.ts'

export type HostFile =
  | { type: 'here'; bytes: Uint8Array<ArrayBuffer> }
  /** `startPage`: the host said so by a page that it gives for every name it does not know */
  | { type: 'absent'; startPage: boolean }
  /** `reason`: a Chinese clause without a full stop */
  | { type: 'fault'; reason: string }

interface Asking {
  signal?: AbortSignal
  /** past the browser's cache: what is there may be the fault */
  fresh?: boolean
  /** called whenever bytes have come, with how many; 0 = the head of the answer */
  onBytes?: (count: number) => void
}

/** Asks for the file at a URL. Never throws, but where `signal` is aborted. */
export type AskHost = (url: URL, asking?: Asking) => Promise<HostFile>

const statusReason = (status: number): string =>
  status === 401
    ? '服务器回答 401，需要登录'
    : status === 403
      ? '服务器回答 403，不允许读取'
      : `服务器回答 ${status}`

const LOGIN = /type\s*=\s*["']?password/i

interface Answer {
  bytes: Uint8Array<ArrayBuffer>
  /** declared as a web page, or one by its looks */
  page: boolean
  redirected: boolean
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** All bytes of the body. @throws what the stream throws when it is cut */
const bodyOf = async (
  response: Response,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value)
    onBytes(part.value.byteLength)
  }
  return joined(chunks)
}

const extensionOf = (url: URL): string => /\.\w+$/.exec(url.pathname)?.[0] ?? ''

/** An SVG is markup, and yet no web page in place of the file. */
const isDrawing = (url: URL): boolean => extensionOf(url).toLowerCase() === '.svg'

const answerOf = async (
  url: URL,
  { signal, fresh, onBytes = () => {} }: Asking,
): Promise<Answer | HostFile> => {
  const fault = (reason: string): HostFile => {
    signal?.throwIfAborted()
    return { type: 'fault', reason }
  }
  let response: Response
  try {
    response = await fetch(url, { cache: fresh ? 'reload' : 'default', ...(signal ? { signal } : {}) })
  } catch {
    return fault('连不上服务器')
  }
  onBytes(0)
  const { status, headers, redirected } = response
  if (status !== 200 && status !== 203) {
    await response.body?.cancel().catch(() => undefined)
    return status === 404 || status === 410
      ? { type: 'absent', startPage: false }
      : fault(statusReason(status))
  }
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = await bodyOf(response, onBytes)
  } catch {
    return fault('传输中断，没有收完')
  }
  const length = headers.get('content-length')
  // Of a compressed body the length is another one, and the browser itself watches over it.
  if (length !== null && headers.get('content-encoding') === null && Number(length) !== bytes.byteLength)
    return fault(`只收到 ${bytes.byteLength} 字节，服务器说有 ${length} 字节`)
  const declared = headers.get('content-type')?.includes('text/html') ?? false
  const page = declared || (isMarkup(bytes) && !isDrawing(url))
  return { bytes, page, redirected }
}

/** ms the page for an unknown name is waited for */
const UNKNOWN_WITHIN = 8000

/** A page as it is for any name: what it says of the one it was asked for is left out. */
const pageText = (bytes: Uint8Array, url: URL): string => {
  const name = url.pathname.split('/').at(-1) as string
  return new TextDecoder().decode(bytes).replaceAll(name, '').replaceAll(decodeURIComponent(name), '')
}

/**
 * Only 404 and 410 mean that a file is absent, and a page in its place that the host gives for a name that nobody can
 * know as well. What an unknown name gives is asked once for each sort of file.
 */
export const openHost = (): AskHost => {
  const unknowns = new Map<string, Promise<string | null>>()
  /** The page that the host gives in place of a file that cannot be there; null where it gives none. */
  const unknownPage = (beside: URL): Promise<string | null> => {
    const folder = new URL('.', beside).href
    const extension = extensionOf(beside)
    const key = `${folder} ${extension}`
    const known = unknowns.get(key)
    if (known !== undefined) return known
    const url = new URL(`no-such-file-${Math.random().toString(36).slice(2)}${extension}`, folder)
    const page = answerOf(url, { signal: AbortSignal.timeout(UNKNOWN_WITHIN) }).then(
      (answer) => ('type' in answer ? null : pageText(answer.bytes, url)),
      () => null,
    )
    unknowns.set(key, page)
    return page
  }
  return async (url, asking = {}) => {
    const answer = await answerOf(url, asking)
    if ('type' in answer) return answer
    const { bytes, page, redirected } = answer
    if (!page) return { type: 'here', bytes }
    const markup = isMarkup(bytes)
    // A host that asks to log in does so for every name.
    if (markup && (redirected || LOGIN.test(new TextDecoder().decode(bytes))))
      return { type: 'fault', reason: '服务器给的是另一个网页，可能需要登录' }
    if ((await unknownPage(url)) === pageText(bytes, url)) return { type: 'absent', startPage: true }
    return markup ? { type: 'fault', reason: '服务器给的是一个网页，不是这个文件' } : { type: 'here', bytes }
  }
}
