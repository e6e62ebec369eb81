/** Whether this package may be changed on this screen. */
import { useSession } from '../../view/store.ts'

export const useEditable = (): boolean => useSession((s) => s.overview?.district.readOnly === false)
