import { expect, test } from 'vitest'
import { nicknameReadings } from './nickname-readings.ts'

test('a particle may hang on a name, and the longest reading comes first', () => {
  expect(nicknameReadings('한지호에게')).toEqual(['한지호에게', '한지호'])
  expect(nicknameReadings('민수님이')).toEqual(['민수님이', '민수님', '민수'])
  expect(nicknameReadings('John을')).toEqual(['John을', 'John'])
})

test('what is no particle is a part of the name, and a name has two letters', () => {
  expect(nicknameReadings('민수영')).toEqual(['민수영'])
  expect(nicknameReadings('영이')).toEqual(['영이'])
})
