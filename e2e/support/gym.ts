/** A gym with its people, as they make it. */
import { dataOf, type Visitor } from './visitor.ts'

export async function createGym(owner: Visitor, name = 'Iron Hall'): Promise<string> {
  return dataOf<{ gymId: string }>(await owner.mutate('gyms.create', { name, zone: 'Europe/Berlin' })).gymId
}

/** By an invite that they accept. */
export async function hireStaff(owner: Visitor, gymId: string, person: Visitor, role: string): Promise<void> {
  const { token } = dataOf<{ token: string }>(await owner.mutate('gyms.inviteStaff', { gymId, role }))
  dataOf(await person.mutate('gyms.acceptInvite', { token }))
}

export async function addMember(owner: Visitor, gymId: string, name: string, email?: string): Promise<string> {
  return dataOf<{ memberId: string }>(await owner.mutate('gyms.addMember', { gymId, name, email })).memberId
}

/** The link that makes an account the member's. */
export async function linkOf(owner: Visitor, gymId: string, memberId: string): Promise<string> {
  const [made] = dataOf<{ token: string }[]>(await owner.mutate('gyms.inviteMembers', { gymId, memberIds: [memberId] }))
  return `/join/${made?.token}`
}

export async function joinAsMember(owner: Visitor, gymId: string, person: Visitor, name: string): Promise<string> {
  const memberId = await addMember(owner, gymId, name)
  const token = (await linkOf(owner, gymId, memberId)).split('/').at(-1)
  dataOf(await person.mutate('gyms.acceptInvite', { token }))
  return memberId
}

/** A list as gyms have it: `count` members with an address, some without, a few with what no list should have. */
export function memberCsv(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const address = n % 9 === 0 ? '' : `member${n}@example.test`
    const joined = `${String((n % 28) + 1).padStart(2, '0')}.${String((n % 12) + 1).padStart(2, '0')}.${2015 + (n % 10)}`
    return `Given${n};Family${n % 997};${address};0151 ${n};${joined}`
  })
  return ['First name;Last name;E-mail;Mobile;Join date', ...lines, ''].join('\r\n')
}
