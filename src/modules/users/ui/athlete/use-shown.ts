'use client'
import { useState } from 'react'
import type { Profile } from '../../model.ts'

type SettingsChange = Partial<Omit<Profile, 'id' | 'setUpAt'>>
export type SettingsProps = { profile: Profile; onChange: (fields: SettingsChange) => void }

/** A choice shows with the tap; the profile follows when the phone has stored it. */
export function useShown({ profile: stored, onChange }: SettingsProps): SettingsProps {
  const [chosen, setChosen] = useState<SettingsChange>({})
  const open = Object.entries(chosen).filter(([name, value]) => stored[name as keyof SettingsChange] !== value)
  if (open.length < Object.keys(chosen).length) setChosen(Object.fromEntries(open))
  return {
    profile: { ...stored, ...chosen },
    onChange(fields) {
      setChosen((before) => ({ ...before, ...fields }))
      onChange(fields)
    },
  }
}
