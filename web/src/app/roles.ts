import type { Me } from '../api/wire.ts'

/** An admin may do what a moderator may. */
export const hasRole = ({ roles }: Pick<Me, 'roles'>, role: 'moderator' | 'admin'): boolean =>
  roles.includes(role) || roles.includes('admin')
