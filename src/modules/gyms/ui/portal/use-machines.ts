'use client'
/** The exercises that are done on machines. They come when a floor is looked at: nobody else in the portal needs them. */
import { useEffect, useState } from 'react'
import { MACHINE_KINDS } from '../../model/places.ts'

type Machine = { id: string; name: string }

/** By name; none until they are here. Should they never come, the rest can be edited all the same. */
export function useMachines(): readonly Machine[] {
  const [machines, setMachines] = useState<readonly Machine[]>([])
  useEffect(() => {
    let isOver = false
    import('../../../exercises/data/catalogue.ts').then(
      ({ CATALOGUE }) => {
        if (isOver) return
        const found = CATALOGUE.filter(({ equipment }) => MACHINE_KINDS.has(equipment))
        setMachines(found.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)))
      },
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [])
  return machines
}

/** What a machine is called; its id where nobody knows. */
export function useMachineNames(): (what: string) => string {
  const machines = useMachines()
  return (what) => machines.find(({ id }) => id === what)?.name ?? what
}
