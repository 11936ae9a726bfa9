export { followAdded } from './events.ts'
