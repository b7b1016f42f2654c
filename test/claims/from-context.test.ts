import { expect, test } from 'vitest'
import { understand } from '../../src/pipeline.ts'
import { documentOf, theKit } from '../support/reader.ts'

const counted = async (text: string) =>
  understand(await documentOf(text), await theKit())
    .claims.filter(({ type, quantity }) => type === 'DEPLOYED_TO' && quantity !== null)
    .map(({ subject, object, roles, attribution }) => [
      subject.kind === 'entity' ? subject.id : subject.text,
      object?.kind === 'entity' ? object.id : null,
      roles.find(({ role }) => role === 'force')!.value.text.replace(/ soldiers.*| troops.*/, ''),
      attribution.length,
    ])

test('troops whose side the sentence leaves out are those that the article speaks of', async () => {
  expect(
    await counted('Kenya has sent soldiers to Haiti. About 900 troops were deployed in March, the minister said.'),
  ).toContainEqual(['country:kenya', null, 'About 900', 2])
})

test('with two senders in the article nobody is chosen', async () => {
  const claims = await counted(
    'Kenya sent soldiers to Haiti. Brazil sent soldiers to Haiti as well. About 900 troops were deployed in March.',
  )
  expect(claims.map(([subject]) => subject)).not.toContain('country:kenya')
})

test('a bare figure counts what the claim before it counts, by whoever gives it', async () => {
  const claims = await counted('Kenya has sent 900 soldiers to Haiti, the minister said. Washington speaks of 1,100.')
  expect(claims).toContainEqual(['country:kenya', 'country:haiti', '900', 2])
  expect(claims).toContainEqual(['country:kenya', 'country:haiti', '1,100', 2])
})

test.each([
  'Kenya has sent 900 soldiers to Haiti. The union told reporters that 200 of them had fallen ill.',
  'Kenya has sent 900 soldiers to Haiti. The flight took 11 hours.',
  'Kenya has sent 900 soldiers to Haiti. Rovers won 3-1 and scored 11.',
])('other figures stay what they are: %s', async (text) => {
  expect(await counted(text)).toHaveLength(1)
})
