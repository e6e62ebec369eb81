/** The files of a drop or of a file chooser, with the folders they lay in. */

export interface LooseFile {
  path: string
  blob: Blob
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A folder gives its contents in portions; an empty one is the last. */
const contentsOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

const filesUnder = async (entry: FileSystemEntry): Promise<LooseFile[]> => {
  if (entry.isDirectory) {
    const inside = await contentsOf(entry as FileSystemDirectoryEntry)
    return (await Promise.all(inside.map(filesUnder))).flat()
  }
  return [{ path: entry.fullPath.replace(/^\//, ''), blob: await fileOf(entry as FileSystemFileEntry) }]
}

/** Must be called while the drop event is handled: afterwards the browser has cleared it. */
export const droppedFiles = (transfer: DataTransfer): Promise<LooseFile[]> => {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file')
  const found = items.map(async (item): Promise<LooseFile[]> => {
    const [entry, file] = [item.webkitGetAsEntry(), item.getAsFile()]
    if (entry !== null) return filesUnder(entry)
    return file === null ? [] : [{ path: file.name, blob: file }]
  })
  return Promise.all(found).then((lists) => lists.flat())
}

export const chosenFiles = (list: FileList | null): LooseFile[] =>
  [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }))

/** Whether a drag carries files from outside, not text or a link of the page. */
export const carriesFiles = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('Files') ?? false
