/** Icons of the kinds of place, one family (Lucide, ISC), and the marks of the states of a problem. */
import {
  Award,
  Bug,
  Building,
  CircleDot,
  CircleSlash,
  DoorOpen,
  Egg,
  Factory,
  Flag,
  Footprints,
  HardHat,
  House,
  type IconNode,
  MapPinned,
  Megaphone,
  RectangleHorizontal,
  Recycle,
  Route,
  Scissors,
  ShoppingBasket,
  Stethoscope,
  Sticker,
  Store,
  Toilet,
  TrafficCone,
  Trash,
  Truck,
  Utensils,
  Waves,
} from 'lucide'

/** By the name the standard gives. A kind with a name we do not draw gets the dot. */
const FAMILY: Record<string, IconNode> = {
  'map-pinned': MapPinned,
  waves: Waves,
  store: Store,
  'shopping-basket': ShoppingBasket,
  utensils: Utensils,
  scissors: Scissors,
  recycle: Recycle,
  egg: Egg,
  'circle-slash': CircleSlash,
  factory: Factory,
  trash: Trash,
  toilet: Toilet,
  truck: Truck,
  footprints: Footprints,
  route: Route,
  'door-open': DoorOpen,
  'rectangle-horizontal': RectangleHorizontal,
  sticker: Sticker,
  'traffic-cone': TrafficCone,
  'hard-hat': HardHat,
  building: Building,
  house: House,
  stethoscope: Stethoscope,
  megaphone: Megaphone,
  bug: Bug,
  award: Award,
  flag: Flag,
}

export const iconNode = (name: string): IconNode => FAMILY[name] ?? CircleDot

/** Marks of the states of a problem: one shape each, with a white rim so that they stand on any class. */
export const STATE_SHAPES: Record<'disc' | 'triangle' | 'ring' | 'tick', (colour: string) => string> = {
  disc: (c) => `<circle cx="32" cy="32" r="20" fill="${c}" stroke="#fff" stroke-width="6"/>`,
  triangle: (c) =>
    `<path d="M32 8 57 53H7z" fill="${c}" stroke="#fff" stroke-width="6" stroke-linejoin="round"/>`,
  ring: (c) =>
    `<circle cx="32" cy="32" r="21" fill="#fff"/><circle cx="32" cy="32" r="16" fill="#fff" stroke="${c}" stroke-width="8"/>`,
  tick: (c) =>
    `<circle cx="32" cy="32" r="20" fill="#fff"/><path d="M18 33l10 10 19-22" fill="none" stroke="${c}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`,
}
