import { expect, it } from 'vitest'
import { foldLetters, searchWords } from './fold-letters.ts'

it.each([
  ['Elif Yıldız', 'elif yildiz'],
  ['İpek ÇELİK', 'ipek celik'],
  ['Łukasz Żółć', 'lukasz zolc'],
  ['Søren Østergård', 'soren ostergard'],
  ['Đorđe Đoković', 'dorde dokovic'],
  ['Weiß GROẞ', 'weiss gross'],
  ['Æsa Þórsdóttir', 'aesa thorsdottir'],
  ['Nguyễn Đức', 'nguyen duc'],
  ['Алёна Ёров', 'алена еров'],
  ['ΓΙΏΡΓΟΣ', 'γιωργοσ'],
  ['O’Brien', "o'brien"],
  ['مُحَمَّد', 'محمد'],
  ['John Smith', 'john smith'],
])('%s is found by %s', (name, typed) => expect(foldLetters(name)).toBe(typed))

it('folds what is folded no further', () => {
  for (const text of ['Yıldız', 'ẞ', 'ﬁ', 'ς', 'Ǻ', '´`’'])
    expect(foldLetters(foldLetters(text))).toBe(foldLetters(text))
})

it('takes what was typed word by word', () => {
  expect(searchWords('  Yıldız  ELIF ')).toEqual(['yildiz', 'elif'])
  expect(searchWords(' \t')).toEqual([])
})
