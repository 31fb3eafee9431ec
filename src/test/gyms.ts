/** A gym with its owner, as most stories about gyms begin. */
import type { StaffRole } from '../modules/gyms/model.ts'
import { createGym } from '../modules/gyms/service/gyms.ts'
import { addStaff } from '../modules/gyms/service/staff.ts'
import { newPerson, type Person } from './people.ts'

export async function newGym(zone = 'UTC') {
  const owner = await newPerson('Olga Owner')
  const { gymId } = await createGym(owner, { name: 'Iron Hall', zone })
  async function hire(name: string, role: StaffRole): Promise<Person> {
    const person = await newPerson(name)
    await addStaff(owner, { gymId, userId: person.userId, role })
    return person
  }
  return { owner, gymId, hire }
}
