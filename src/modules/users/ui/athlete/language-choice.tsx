'use client'
/** The language of this device's app. Its words are fetched before it is taken: nobody is left with half of them. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchWords } from '../../../../client/fetch-words.ts'
import { LANGUAGES, type Language } from '../../../../shared/languages.ts'
import { SelectField } from '../../../../ui/select-field.tsx'
import { chooseLanguage, chosenLanguage, phonesLanguage } from '../../../../ui/words-script.ts'

const PHONES = 'phone'

export function LanguageChoice() {
  const t = useTranslations('you.language')
  const [chosen, setChosen] = useState<Language | null>(chosenLanguage)
  const [isMissing, setIsMissing] = useState(false)

  async function choose(language: Language | null) {
    setChosen(language)
    const isHere = (await fetchWords(language ?? phonesLanguage())) && chooseLanguage(language)
    setIsMissing(!isHere)
    if (isHere) location.reload()
    else setChosen(chosenLanguage())
  }

  return (
    <SelectField
      label={t('label')}
      hint={isMissing ? t('missing') : undefined}
      value={chosen ?? PHONES}
      onChange={(value) => void choose(value === PHONES ? null : (value as Language))}
      options={[
        { value: PHONES, label: t('phones') },
        ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}
