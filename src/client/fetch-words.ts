/** Both files of a language, so that the next load has them; English needs none. False where they can't be had. */
export async function fetchWords(language: string): Promise<boolean> {
  if (language === 'en') return true
  const files = [`/train/words/${language}.json`, `/train/words/${language}-rest.json`]
  const answers = await Promise.all(
    files.map((file) =>
      fetch(file).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  )
  return answers.every(Boolean)
}
