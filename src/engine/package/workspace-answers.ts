/** Answers about the package itself: where it comes from, back to an earlier state, its photos. */

import { cleanPhoto } from '../../intake/photos/clean.ts'
import type { WorkspaceAnswers } from '../contract/package.ts'
import type { Workspace } from './workspace.ts'

const MIME: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
}

export const workspaceAnswers = (workspace: () => Workspace): WorkspaceAnswers => ({
  packageState: async () => workspace().state(),
  show: async (source) => workspace().show(source),
  undo: async () => workspace().undo(),
  clear: async () => workspace().clear(),
  renew: async () => workspace().renew(),
  retry: async () => workspace().retry(),
  photoFault: async (path) => workspace().photoFault(path),
  photo: async (path) => {
    const mime = MIME[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
    const bytes = mime === undefined ? null : await workspace().file(path)
    // A package kept before photos were cleaned on the way in has them as they were taken.
    const clean = bytes === null ? null : cleanPhoto(bytes)
    return mime === undefined || clean === null ? null : { mime, bytes: clean }
  },
})
